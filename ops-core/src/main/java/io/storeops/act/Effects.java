package io.storeops.act;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.storeops.failure.Refusal;
import io.storeops.json.Json;
import io.storeops.storage.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the modules are to each other's acts: which tables an act may edit, who checks the facts that it states, and who reacts to
 * them. Immutable.
 */
public final class Effects {
    private final List<OpsModule> modules;
    private final Map<String, OpsModule> byEntry;
    private final Function<OpsModule, List<Reaction<?>>> common;

    /**
     * The effects of modules.
     *
     * @param modules the modules
     * @param common what each module does beside its own reactions, because of what it is
     * @throws IllegalArgumentException if two of them have an entry point of the same name
     */
    public Effects(List<? extends OpsModule> modules, Function<OpsModule, List<Reaction<?>>> common) {
        this.modules = ImmutableList.copyOf(modules);
        this.common = common;
        Map<String, OpsModule> found = new HashMap<>();
        for (OpsModule module : modules) {
            for (EntryPoint entry : module.entryPoints()) {
                OpsModule other = found.put(entry.name(), module);
                if (other != null) {
                    throw new IllegalArgumentException("The entry point " + entry.name() + " is declared by "
                            + other.name() + " and by " + module.name() + "; give one of them another name");
                }
            }
        }
        this.byEntry = ImmutableMap.copyOf(found);
    }

    /** Refuses to let an act edit what is not its module's business: a fault of the module, not of the caller. */
    void requireOwn(EntryPoint entry, List<Edit<?>> edits) {
        OpsModule module = byEntry.get(entry.name());
        if (module == null) {
            throw new IllegalStateException("No module declares the entry point " + entry.name() + "; there are "
                    + byEntry.keySet().stream().sorted().toList());
        }
        requireOwn(module, edits);
    }

    private static void requireOwn(OpsModule module, List<Edit<?>> edits) {
        for (Edit<?> edit : edits) {
            if (!(edit instanceof Edit.Unchanged<?>) && !editable(module).anyMatch(edit.table()::equals)) {
                throw new IllegalStateException("The module " + module.name() + " cannot edit the table "
                        + edit.table() + "; it may edit " + editable(module).toList()
                        + ". Name the module that has the table, or state a fact to which that module reacts");
            }
        }
    }

    private static Stream<Table<?>> editable(OpsModule module) {
        return Stream.concat(
                module.tables().stream(), module.knowledge().stream().flatMap(known -> known.tables().stream()));
    }

    /** Asks every module about the facts: the first refusal counts, and what the answers relied on is added to the edits. */
    Optional<Refusal> checked(Context context, List<Fact> facts, List<Edit<?>> reliedOn) {
        for (Fact fact : facts) {
            for (OpsModule module : modules) {
                for (Check<?> check : module.checks()) {
                    Check.Answer answer = check.about(context, fact);
                    if (answer.refusal().isPresent()) {
                        return answer.refusal();
                    }
                    reliedOn.addAll(answer.reliedOn());
                }
            }
        }
        return Optional.empty();
    }

    private List<Reaction<?>> reactionsOf(OpsModule module) {
        return ImmutableList.<Reaction<?>>builder()
                .addAll(module.reactions())
                .addAll(common.apply(module))
                .build();
    }

    /** The verdict with everything that other modules do because of its facts; the trail names them. */
    Verdict.Done reactedTo(Context context, Verdict.Done done) {
        List<Edit<?>> edits = new ArrayList<>();
        List<Outgoing> messages = new ArrayList<>(done.messages());
        List<Json> told = new ArrayList<>();
        for (Fact fact : done.facts()) {
            for (OpsModule module : modules) {
                for (Reaction<?> reaction : reactionsOf(module)) {
                    Reaction.Effect effect = reaction.to(context, fact);
                    if (!effect.edits().isEmpty() || !effect.messages().isEmpty()) {
                        requireOwn(module, effect.edits());
                        edits.addAll(effect.edits());
                        messages.addAll(effect.messages());
                        told.add(Json.object(Map.of(
                                "module", Json.of(module.name()),
                                "fact", Json.of(fact.getClass().getSimpleName()))));
                    }
                }
            }
        }
        Verdict.Done all = done.with(edits).sending(messages);
        return told.isEmpty() ? all : all.telling("reactions", Json.array(told));
    }
}
