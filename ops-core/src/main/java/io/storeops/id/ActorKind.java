package io.storeops.id;

/** What stands behind an actor of a store: one or the other, never both (D82). */
public enum ActorKind {
    /** Somebody who works there, the host, or the engine. */
    PERSON,
    /** A service account, for jobs of the host: it has the rights of its roles, and what it does is the duty of the persons who hold them. */
    SERVICE
}
