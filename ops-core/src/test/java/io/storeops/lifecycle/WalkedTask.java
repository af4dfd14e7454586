package io.storeops.lifecycle;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.task.Instruction;
import io.storeops.task.Task;
import io.storeops.task.TaskEvent;
import io.storeops.task.TaskState;
import io.storeops.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A task of the operator's. */
final class WalkedTask extends Walked<TaskState, TaskEvent> {
    private static final String ID = "T1";

    WalkedTask(StoreFixture.Setup setup) {
        super(setup.duties().role("STORE_MANAGER", "INSTRUCT", "ACCEPT:TASK"));
    }

    private Tasks by(ActorId actor) {
        return shop.ops.deskOf(actor).tasks();
    }

    @Override
    StateMachine<TaskState, TaskEvent> machine() {
        return TaskState.MACHINE;
    }

    @Override
    Optional<TaskState> state() {
        return by(MANAGER).find(STORE, ID).map(Task::state);
    }

    @Override
    ActorId doer(TaskEvent event) {
        return switch (event) {
            case ASSIGN, CLOSE, GIVE_BACK, CANCEL -> MANAGER;
            case ACCEPT, COMPLETE, FEED_BACK, NOT_DONE -> OPERATOR;
        };
    }

    @Override
    void prepare(TaskEvent event) {
        if (event == TaskEvent.COMPLETE) {
            shop.ops
                    .deskOf(OPERATOR)
                    .archive()
                    .attach(
                            STORE,
                            Target.of("task", ID),
                            EvidenceKind.parse("DOCUMENT"),
                            shop.clock.instant(),
                            "list.docx");
        }
    }

    @Override
    void cause(TaskEvent event, ActorId by) {
        Tasks tasks = by(by);
        switch (event) {
            case ASSIGN ->
                tasks.assign(
                        STORE,
                        ID,
                        new Instruction(
                                "GENERAL",
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.of("sort the list"),
                                shop.clock.instant().plus(Duration.ofHours(3))),
                        OPERATOR);
            case ACCEPT -> tasks.accept(STORE, ID);
            case COMPLETE -> tasks.complete(STORE, ID);
            case FEED_BACK -> tasks.feedBack(STORE, ID, "WECHAT", "sorted", Optional.empty());
            case CLOSE -> tasks.close(STORE, ID);
            case GIVE_BACK -> tasks.giveBack(STORE, ID, "one is missing");
            case NOT_DONE -> tasks.notDone(STORE, ID, "no list");
            case CANCEL -> tasks.cancel(STORE, ID, "not needed");
            default -> throw new IllegalArgumentException("nobody knows how to " + event);
        }
    }
}
