package io.storeops.adapter.chat;

/** A message cannot be divided into what the platform takes. Its message goes on after "The message does not fit:". */
final class DoesNotFitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DoesNotFitException(String why) {
        super(why);
    }
}
