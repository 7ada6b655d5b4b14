package io.marquetry.dispatch;

import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A message centre on the server's side of jSMPP, which shares no code with the program. */
final class MessageCentre implements ServerMessageReceiverListener, AutoCloseable {

    /** Says what becomes of a message. */
    interface Way {
        /**
         * Takes one.
         *
         * @param id what the centre calls it
         * @throws ProcessRequestException to refuse it
         * @throws IOException to hang up without an answer
         */
        void take(SubmitSm message, String id, SMPPServerSession session)
                throws ProcessRequestException, IOException;
    }

    /** Gives the library a socket that listens already. */
    private record Listening(ServerSocket socket) implements ServerConnectionFactory {
        @Override
        public ServerConnection listen(int port) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout) throws IOException {
            socket.setSoTimeout(timeout);
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) throws IOException {
            return listen(port, timeout);
        }
    }

    private final SMPPServerSessionListener listener;
    private final String password;
    private final Way way;
    private final int port;
    private final AtomicLong last = new AtomicLong(0xABC0);
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    MessageCentre(Way way) throws IOException {
        this("right", way);
    }

    MessageCentre(String password, Way way) throws IOException {
        this.password = password;
        this.way = way;
        // The library would want a port by number: one that was free a moment ago may be another's.
        ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = listening.getLocalPort();
        this.listener = new SMPPServerSessionListener(port, new Listening(listening));
        listener.setMessageReceiverListener(this);
        listener.setPduProcessorDegree(10);
        listener.setQueueCapacity(1_000);
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return port;
    }

    private void accept() {
        while (!closed) {
            try {
                SMPPServerSession session = listener.accept();
                sessions.add(session);
                Thread.ofVirtual().start(() -> bind(session));
            } catch (IOException e) {
                // Closed, or nobody came for a while.
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            var request = session.waitForBind(5_000);
            if (request.getPassword().equals(password)) {
                request.accept("centre");
            } else {
                request.reject(0x0E);
            }
        } catch (Exception e) {
            session.close();
        }
    }

    /** Tells the customer something. */
    static void deliver(
            SMPPServerSession session, String from, boolean receipt, int coding, byte[] text) {
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    from,
                    TypeOfNumber.UNKNOWN,
                    NumberingPlanIndicator.UNKNOWN,
                    "10690",
                    new ESMClass(receipt ? 4 : 0),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    DataCodings.newInstance((byte) coding),
                    text);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession session)
            throws ProcessRequestException {
        String id = Long.toHexString(last.incrementAndGet());
        try {
            way.take(message, id, session);
            return new SubmitSmResult(new MessageId(id), null);
        } catch (IOException e) {
            session.close();
            throw new ProcessRequestException("gone", 8);
        } catch (org.jsmpp.PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession session)
            throws ProcessRequestException {
        throw new ProcessRequestException("none", 3);
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm message, SMPPServerSession session)
            throws ProcessRequestException {
        throw new ProcessRequestException("none", 3);
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm message, SMPPServerSession session)
            throws ProcessRequestException {
        throw new ProcessRequestException("none", 3);
    }

    @Override
    public void onAcceptCancelSm(CancelSm message, SMPPServerSession session)
            throws ProcessRequestException {
        throw new ProcessRequestException("none", 3);
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm message, SMPPServerSession session)
            throws ProcessRequestException {
        throw new ProcessRequestException("none", 3);
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm message, SMPPServerSession session)
            throws ProcessRequestException {
        throw new ProcessRequestException("none", 3);
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
            QueryBroadcastSm message, SMPPServerSession session) throws ProcessRequestException {
        throw new ProcessRequestException("none", 3);
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session session)
            throws ProcessRequestException {
        throw new ProcessRequestException("none", 3);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listener.close();
        sessions.forEach(SMPPServerSession::close);
    }
}
