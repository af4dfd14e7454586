package io.storeops.notice;

import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.failure.Refusal;
import java.util.List;

/** What can be done with notices, and under which rights. */
final class NoticeEntries {
    static final EntryPoint DRAFT = EntryPoint.act("DRAFT_NOTICE", List.of(Right.LIAISE));

    /** A draft may be somebody else's words, or the library's. */
    static final EntryPoint SEND = EntryPoint.act("SEND_NOTICE", List.of(Right.LIAISE), DataClass.OPERATIONS);

    static final EntryPoint ACKNOWLEDGE = EntryPoint.act("ACK_NOTICE", List.of(Right.ACKNOWLEDGE_NOTICE));

    static final EntryPoint SETTLE = EntryPoint.engine("SETTLE_NOTICE", Right.FLAG);

    static final EntryPoint READ = EntryPoint.look(
            "READ_NOTICES",
            List.of(Right.LIAISE, Right.ACKNOWLEDGE_NOTICE, Right.INSTRUCT, Right.FEED_BACK, Right.READ),
            DataClass.OPERATIONS);

    private NoticeEntries() {}

    static Refusal unknown(Context context, String id) {
        return new Refusal("NO_SUCH_NOTICE", "store " + context.store().id() + " has no notice " + id);
    }
}
