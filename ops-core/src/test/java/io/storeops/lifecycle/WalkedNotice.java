package io.storeops.lifecycle;

import static io.storeops.StoreFixture.STORE;
import static io.storeops.notice.NoticeShop.CUSTOMER_SERVICE;
import static io.storeops.notice.NoticeShop.LIAISON;
import static io.storeops.notice.NoticeShop.QC;
import static io.storeops.notice.NoticeShop.TWO_LEFT;

import io.storeops.StoreFixture;
import io.storeops.id.ActorId;
import io.storeops.notice.Announcement;
import io.storeops.notice.Notice;
import io.storeops.notice.NoticeEvent;
import io.storeops.notice.NoticeShop;
import io.storeops.notice.NoticeState;
import io.storeops.notice.Notices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A notice to two departments through two channels, of which one takes it an hour later. */
final class WalkedNotice extends Walked<NoticeState, NoticeEvent> {
    private static final Duration LATER = Duration.ofHours(1);

    private static final Announcement ONE_LEFT =
            new Announcement("NT2", "A", "11 left", List.of("QC")).replacing(TWO_LEFT.id());

    WalkedNotice(StoreFixture.Setup setup) {
        super(NoticeShop.in(setup));
    }

    private Notices notices(ActorId actor) {
        return shop.ops.deskOf(actor).notices();
    }

    private Optional<Notice> known() {
        return notices(LIAISON).find(STORE, TWO_LEFT.id());
    }

    @Override
    StateMachine<NoticeState, NoticeEvent> machine() {
        return NoticeState.MACHINE;
    }

    @Override
    Optional<NoticeState> state() {
        return known().map(Notice::state);
    }

    @Override
    ActorId doer(NoticeEvent event) {
        return switch (event) {
            case ACKNOWLEDGE -> QC;
            case COMPLETE -> CUSTOMER_SERVICE;
            default -> LIAISON;
        };
    }

    @Override
    void prepare(NoticeEvent event) {
        boolean unsent = known().filter(notice -> notice.sentBy().isEmpty()).isPresent();
        if (unsent && (event == NoticeEvent.ACCEPT || event == NoticeEvent.ACKNOWLEDGE)) {
            cause(NoticeEvent.SEND, LIAISON);
        }
        if (event == NoticeEvent.COMPLETE) {
            cause(NoticeEvent.ACKNOWLEDGE, QC);
        }
    }

    @Override
    void cause(NoticeEvent event, ActorId by) {
        switch (event) {
            case DRAFT -> notices(by).draft(STORE, TWO_LEFT);
            case SEND -> send(notices(by));
            case ACCEPT -> {
                shop.clock.advance(LATER);
                shop.ops.tick(STORE);
            }
            case ACKNOWLEDGE -> notices(by).acknowledge(STORE, TWO_LEFT.id(), "QC");
            case COMPLETE -> notices(by).acknowledge(STORE, TWO_LEFT.id(), "CUSTOMER_SERVICE");
            case SUPERSEDE -> notices(by).send(STORE, ONE_LEFT);
            default -> throw new IllegalArgumentException("nobody knows how to " + event);
        }
    }

    private void send(Notices notices) {
        shop.oa.nextRefusesUntil(shop.clock.instant().plus(LATER));
        if (known().isPresent()) {
            notices.send(STORE, TWO_LEFT.id());
        } else {
            notices.send(STORE, TWO_LEFT);
        }
    }
}
