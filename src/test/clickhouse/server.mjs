// Enough of ClickHouse's HTTP interface for its JDBC driver, over the engine that the npm package chdb carries:
//   npm install chdb && node server.mjs PORT-FILE [FOLDER]
// writes the port that it listens on to PORT-FILE. Each request has an engine session of its own over one folder of data, so that
// statements run beside each other, KILL QUERY and system.processes work, and a client that goes away ends what it asked.
import { createServer } from 'node:http';
import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Session } from 'chdb';

const [portFile, folder = mkdtempSync(join(tmpdir(), 'clickhouse-'))] = process.argv.slice(2);
// What the interface itself takes; all other parameters are settings of the statement.
const OWN = new Set(['query', 'query_id', 'database', 'default_format', 'session_id', 'session_timeout', 'session_check',
  'user', 'password', 'quota_key', 'compress', 'decompress', 'wait_end_of_query', 'buffer_size', 'role',
  'send_progress_in_http_headers', 'http_write_exception_in_output_format', 'cancel_http_readonly_queries_on_client_close']);
const KILL = /^kill query where query_id = '([-0-9a-f]+)'/i;
const FORMAT = /\bformat\s+([A-Za-z]+)\s*;?\s*$/i;

const holder = new Session(folder);

const quoted = text => "'" + text.replaceAll('\\', '\\\\').replaceAll("'", "\\'") + "'";
const named = text => '`' + text.replaceAll('\\', '\\\\').replaceAll('`', '\\`') + '`';

async function answer(request, response) {
  const parts = [];
  for await (const part of request) parts.push(part);
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname === '/ping') return response.end('Ok.\n');
  const given = url.searchParams;
  const asked = [given.get('query'), Buffer.concat(parts).toString()].filter(Boolean).join('\n');
  const format = asked.match(FORMAT)?.[1] ?? given.get('default_format') ?? request.headers['x-clickhouse-format'] ?? 'TabSeparated';
  const id = given.get('query_id') ?? crypto.randomUUID();
  // The engine gives statements names of its own: ours begins the text.
  const sql = `/*${id}*/ ` + asked.replace(FORMAT, '').replace(KILL, "kill query where startsWith(query, '/*$1*/')");
  const settings = [...given].filter(([name]) => !OWN.has(name));
  // Behind it nothing else may be set.
  settings.sort((a, b) => (a[0] === 'readonly') - (b[0] === 'readonly'));
  const session = new Session(folder);
  let over = false;
  response.on('close', () => over || holder.queryAsync(`kill query where startsWith(query, '/*${id}*/')`).catch(() => {}));
  try {
    await session.queryAsync('use ' + named(given.get('database') ?? request.headers['x-clickhouse-database'] ?? 'default'));
    if (settings.length > 0) {
      await session.queryAsync('set ' + settings.map(([name, value]) => `${name} = ${quoted(value)}`).join(', '));
    }
    const found = (await session.queryAsync(sql, { format })).bytes();
    over = true;
    response.writeHead(200, {
      'X-ClickHouse-Format': format,
      'X-ClickHouse-Timezone': 'UTC',
      'X-ClickHouse-Query-Id': id,
      'X-ClickHouse-Summary': '{"read_rows":"0","written_rows":"0"}',
    });
    response.end(found);
  } catch (error) {
    over = true;
    response.writeHead(error.clickhouseCode === 60 ? 404 : 500, { 'X-ClickHouse-Exception-Code': error.clickhouseCode ?? 1002 });
    response.end(error.message);
  } finally {
    session.close();
  }
}

const server = createServer((request, response) => answer(request, response).catch(error => response.destroy(error)));
server.listen(0, '127.0.0.1', () => {
  writeFileSync(portFile + '.new', String(server.address().port));
  renameSync(portFile + '.new', portFile);
});
// Ends with whoever started it.
process.stdin.resume().on('end', () => process.exit());
