package io.storeops.position;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.authority.Bound;
import io.storeops.authority.Role;
import io.storeops.id.IdText;
import io.storeops.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The position description (岗位说明书) without its duties and rights, which stand beside it in the {@link Roster}: what the post
 * is, since when, and whom it deals with. Rules read the version, the effective date and the reporting lines; everything else
 * is stored and shown (R16). Immutable.
 *
 * @param version the version of the document (文件版本), 1 to 128 characters
 * @param effectiveFrom where it begins to rule (生效日期): a date in the store's zone, or an instant (D81)
 * @param identification what the post is called and where it stands
 * @param purpose what the post is for
 * @param signOff who answers for the document
 * @param reporting who reports to whom
 * @param relations whom the post deals with
 * @param career where the post leads
 * @param environment where and with what the work is done
 * @param profile the requirements on the holder, as they were given: no rule reads them (R16)
 */
public record PositionDescription(
        String version,
        Bound effectiveFrom,
        Identification identification,
        Purpose purpose,
        SignOff signOff,
        ReportingLines reporting,
        Relations relations,
        Career career,
        Environment environment,
        Json.Obj profile) {

    /**
     * Checks the version.
     *
     * @throws IllegalArgumentException if it breaks the rule of {@link IdText}
     */
    public PositionDescription {
        IdText.checked("version", version);
        requireNonNull(effectiveFrom, "effectiveFrom");
        requireNonNull(identification, "identification");
        requireNonNull(purpose, "purpose");
        requireNonNull(signOff, "signOff");
        requireNonNull(reporting, "reporting");
        requireNonNull(relations, "relations");
        requireNonNull(career, "career");
        requireNonNull(environment, "environment");
        requireNonNull(profile, "profile");
    }

    /**
     * What the post is called and where it stands (岗位标识). Every cell may be blank, as in the form.
     *
     * @param documentNo the number of the document
     * @param organisation the organisation's name
     * @param code the post's code (岗位编号)
     * @param title the post's title in Chinese
     * @param titleEn the title in English
     * @param centre the centre (所属中心)
     * @param department the department the post belongs to
     * @param payBand the pay band (薪点区间)
     * @param headcount how many people the post manages (管辖人数), 0 or more
     * @param positionClass the class ticked
     */
    public record Identification(
            Optional<String> documentNo,
            Optional<String> organisation,
            Optional<String> code,
            Optional<String> title,
            Optional<String> titleEn,
            Optional<String> centre,
            Optional<String> department,
            Optional<String> payBand,
            Optional<Long> headcount,
            Optional<PositionClass> positionClass) {
        /**
         * Checks the headcount.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Identification {
            if (headcount.isPresent() && headcount.get() < 0) {
                throw new IllegalArgumentException("A post manages 0 or more people, not " + headcount.get());
            }
        }
    }

    /**
     * What the post is for (岗位目的).
     *
     * @param english in English
     * @param chinese in Chinese
     */
    public record Purpose(Optional<String> english, Optional<String> chinese) {}

    /**
     * Who answers for the document (编制, 审核, 批准).
     *
     * @param compiledBy who wrote it
     * @param reviewedBy who reviewed it
     * @param approvedBy who approved it
     */
    public record SignOff(Optional<String> compiledBy, Optional<String> reviewedBy, Optional<String> approvedBy) {}

    /**
     * Whom the post deals with, as text.
     *
     * @param internal inside the organisation, copied
     * @param external outside it, copied
     */
    public record Relations(List<String> internal, List<String> external) {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if one stands twice
         */
        public Relations {
            internal = Duty.once(internal);
            external = Duty.once(external);
        }
    }

    /**
     * Where the post leads. Promotion gives no right by itself, nor does rotation: both need a new assignment (R88, R89).
     *
     * @param promotion the roles that it is promoted to (晋升), copied
     * @param rotation the posts that it rotates with (轮换, A9), copied; a post DATA works under the role ROTATION_DATA
     */
    public record Career(List<Role> promotion, List<String> rotation) {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if a post is not a word, or one stands twice
         */
        public Career {
            promotion = Duty.once(promotion);
            rotation = Duty.once(rotation.stream().map(Duty::word).toList());
        }

        /**
         * The role under which a rotation post works.
         *
         * @param post as in DATA
         * @return as in ROTATION_DATA
         */
        public static Role roleOf(String post) {
            return Role.of("ROTATION_" + post);
        }
    }

    /**
     * Where and with what the work is done (工作环境), as text.
     *
     * @param hours the working hours
     * @param place the place
     * @param surroundings the surroundings
     * @param intensity the intensity
     * @param tools the tools, copied
     */
    public record Environment(
            Optional<String> hours,
            Optional<String> place,
            Optional<String> surroundings,
            Optional<String> intensity,
            List<String> tools) {
        /**
         * Copies the tools.
         *
         * @throws IllegalArgumentException if one stands twice
         */
        public Environment {
            tools = Duty.once(tools);
        }
    }

    /**
     * Who reports to whom (直接上级, 间接上级): the line of the post itself, and those of other roles. The store manager is the operator's
     * direct superior (A14), the manager's superior the second step of an escalation (R45). Immutable.
     *
     * @param role the role of the post itself
     * @param reportsTo the direct superior of the post; empty if the description names none
     * @param others the superiors of other roles, copied
     */
    public record ReportingLines(Role role, Optional<Role> reportsTo, SortedMap<Role, Role> others) {
        /** The role of the post unless its description names another: the default roster's. */
        public static final Role DEFAULT_ROLE = Role.of("OPERATOR");

        /**
         * Copies the lines.
         *
         * @throws IllegalArgumentException if a role comes to report to itself, or the post's line is named twice
         */
        public ReportingLines {
            requireNonNull(role, "role");
            others = ImmutableSortedMap.copyOf(others);
            if (others.containsKey(role)) {
                throw new BrokenRule(
                        "$.position.reporting", role, "is the post itself, whose superior stands in reportsTo");
            }
            ImmutableSortedMap.Builder<Role, Role> lines = ImmutableSortedMap.naturalOrder();
            lines.putAll(others);
            reportsTo.ifPresent(superior -> lines.put(role, superior));
            Map<Role, Role> all = lines.build();
            Role post = role;
            RosterRules.requireNoCircle(
                    all, low -> low.equals(post) ? "$.position.reportsTo" : "$.position.reporting." + low);
        }

        /**
         * Lines of which nothing is known but whose they are.
         *
         * @return the lines of the default role
         */
        public static ReportingLines none() {
            return new ReportingLines(DEFAULT_ROLE, Optional.empty(), ImmutableSortedMap.of());
        }

        /**
         * The direct superior of a role.
         *
         * @param of the role
         * @return its superior, empty if none is named
         */
        public Optional<Role> findSuperior(Role of) {
            return of.equals(role) ? reportsTo : Optional.ofNullable(others.get(of));
        }
    }

    /** The class of a post, of which the position description ticks one. Stored and shown, nothing more. */
    public enum PositionClass {
        /** Functional management. */
        FUNCTIONAL_MANAGEMENT,
        /** Business (operating) management. */
        OPERATING_MANAGEMENT,
        /** Business. */
        BUSINESS,
        /** Technical. */
        TECHNICAL,
        /** Any other. */
        OTHER
    }
}
