package io.storeops.archive;

import io.storeops.act.Context;
import io.storeops.evidence.Attachment;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.storage.Blobs;
import java.util.function.Supplier;

/**
 * Bytes on their way into the archive: kept before the commit that refers to them, so that a reference always finds its
 * content, and erased again if that commit was refused. Used once by one thread.
 */
final class AttachedBytes {
    private final Blobs blobs;
    private final Attachment bytes;
    private boolean kept;

    AttachedBytes(Blobs blobs, Attachment bytes) {
        this.blobs = blobs;
        this.bytes = bytes;
    }

    void keep(Context context) {
        blobs.put(context.store().id(), bytes.content());
        kept = true;
    }

    /** Does what refers to the bytes; the context is the one in which they were kept. */
    <R> R around(Context context, Supplier<R> commit) {
        try {
            R result = commit.get();
            // Somebody may have redacted the last other item with the same bytes meanwhile, and erased them.
            if (kept) {
                blobs.put(context.store().id(), bytes.content());
            }
            return result;
        } catch (RefusedException | DeniedException e) {
            // Only where it is certain that nothing refers to them: a commit of which nobody knows may have happened.
            if (kept && !Items.shown(context.rows(), bytes.sha256())) {
                blobs.erase(context.store().id(), bytes.sha256());
            }
            throw e;
        }
    }
}
