package io.storeops.feedback;

import com.google.common.collect.ImmutableList;
import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.act.Things;
import io.storeops.agenda.DutyModule;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.report.ReportPart;
import io.storeops.storage.Table;
import io.storeops.task.TaskModule;
import java.util.List;
import java.util.stream.Stream;

/** Duty 5, work feedback (工作反馈), so far: suggestions. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class FeedbackModule implements DutyModule {
    /** The module. */
    public static final FeedbackModule MODULE = new FeedbackModule();

    /** A decision gives back somebody else's words; what an author gets back is their own. */
    static final Things<Suggestion, SuggestionState, SuggestionEvent> SUGGESTIONS = Things.of(
                    SuggestionState.MACHINE, Suggestion.TABLE, Suggestion::state)
            .showing(DataClass.OPERATIONS, SuggestionEvent.ACCEPT, SuggestionEvent.REJECT, SuggestionEvent.DEFER);

    static final EntryPoint READ_SUGGESTIONS = EntryPoint.look(
            "READ_SUGGESTIONS",
            Stream.concat(
                            SuggestionScope.rights().stream(),
                            Stream.of(Right.DECIDE_SUGGESTION, Right.INSTRUCT, Right.FEED_BACK, Right.READ))
                    .toList(),
            DataClass.OPERATIONS);

    private FeedbackModule() {}

    @Override
    public String name() {
        return "feedback";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Suggestion.TABLE);
    }

    @Override
    public List<ReportPart> reportParts() {
        return List.of(ReportedSuggestions.PART);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return ImmutableList.<EntryPoint>builder()
                .addAll(SUGGESTIONS.entries())
                .add(READ_SUGGESTIONS)
                .build();
    }

    @Override
    public List<OpsModule> knowledge() {
        return List.of(TaskModule.MODULE);
    }

    @Override
    public List<Things<?, ?, ?>> things() {
        return List.of(SUGGESTIONS);
    }

    /**
     * The duty in the hands of a person.
     *
     * @param acts the person's acts
     * @return the duty
     */
    public WorkFeedback of(PersonalActs acts) {
        return new WorkFeedback(acts);
    }
}
