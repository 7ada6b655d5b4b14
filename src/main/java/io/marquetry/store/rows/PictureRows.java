package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.ASSET_FILE;

import io.marquetry.asset.PictureFile;
import io.marquetry.asset.PictureRepository;
import io.marquetry.store.jooq.tables.records.AssetFileRecord;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;

import java.util.Base64;
import java.util.Collection;
import java.util.Optional;

/** The bytes of pictures in the workspace, once for each content. */
public final class PictureRows implements PictureRepository {

    private final Saves saves;

    /** Makes the rows of a workspace. */
    public PictureRows(Saves saves) {
        this.saves = saves;
    }

    @Override
    public Optional<byte[]> bytes(String sha256) {
        return saves.read(
                sql ->
                        sql.selectFrom(ASSET_FILE)
                                .where(ASSET_FILE.SHA256.eq(sha256))
                                .fetchOptional(
                                        row ->
                                                Base64.getDecoder()
                                                        .decode(saves.intact(row).getContent())));
    }

    /** Adds pictures that are not there yet, in the save that names them. */
    static void put(Transaction transaction, Collection<PictureFile> brought) {
        for (PictureFile file : brought) {
            AssetFileRecord row = new AssetFileRecord();
            row.setSha256(file.picture().sha256());
            if (transaction.has(row)) {
                continue;
            }
            row.setMediaType(file.picture().type().mediaType());
            row.setByteCount(file.picture().size());
            row.setContent(Base64.getEncoder().encodeToString(file.bytes()));
            transaction.insert(row);
        }
    }
}
