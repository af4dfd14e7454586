package io.storeops.step;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Outgoing;
import io.storeops.act.Timer;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.authority.DataClass;
import io.storeops.catalog.Language;
import io.storeops.document.Block;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.evidence.Target;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * REMIND_STEP: the owner of a step that is due and not done is reminded, once (D91), through the first channel of the roster's notices
 * that operations data may go to. The owner of a task's steps is not: the task itself is overdue with them.
 *
 * @param id the step
 */
record RemindOwner(String id) implements Act<Step> {
    static List<Timer> timers(Context context) {
        return context
                .rows()
                .all(Query.of(Step.TABLE, context.store().id(), Step.BY_STANDING)
                        .where(Step.Standing.OPEN))
                .stream()
                .filter(RemindOwner::wanted)
                .map(step -> new Timer(step.due(), new RemindOwner(step.id())))
                .toList();
    }

    private static boolean wanted(Step step) {
        return step.owner().isPresent()
                && !step.selfCheck()
                && step.ended().isEmpty()
                && step.course().remindedAt().isEmpty();
    }

    @Override
    public EntryPoint entry() {
        return StepEntries.REMIND;
    }

    @Override
    public Target target() {
        return Target.of(Step.TABLE.name(), id);
    }

    @Override
    public String arguments() {
        return id;
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Versioned<Step>> row = StepEntries.STEPS.row(context, id).filter(found -> wanted(found.value()));
        if (row.isEmpty() || context.now().isBefore(row.get().value().due())) {
            return Verdict.refused("NOT_WANTED", "step " + id + " is not due, done, nobody's, or its owner was told");
        }
        Step step = row.get().value();
        return Verdict.done(Edit.replace(
                        Step.TABLE,
                        row.get(),
                        step.becoming(step.state(), step.course().reminded(context.now()))))
                .sending(message(context, step).stream().toList());
    }

    private static Optional<Outgoing> message(Context context, Step step) {
        Language language = context.store().language();
        Document document = Document.of(
                Line.of(language.choose("步骤到期未完成 ", "Step is due and not done "))
                        .and(Line.ofName(step.id())),
                List.of(new Block.Text(Line.of(language.choose("负责：", "Owner: "))
                        .and(Line.ofName(step.owner().orElseThrow().name())))));
        return context.roster().findNoticeChannels().stream()
                .flatMap(notices -> notices.channels().stream())
                .filter(context.roster().confidentiality().channelsOf(DataClass.OPERATIONS)::contains)
                .findFirst()
                .map(channel -> new Outgoing(
                        new OutgoingMessage(context.store().id(), "step/" + step.id() + "/reminder", channel, document),
                        Set.of(DataClass.OPERATIONS)));
    }

    @Override
    public Step recall(Context context, Written written) {
        return written.get(Step.TABLE);
    }
}
