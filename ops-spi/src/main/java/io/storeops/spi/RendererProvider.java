package io.storeops.spi;

import io.storeops.document.DocumentRenderer;

/** The provider of a {@link DocumentRenderer}. */
public interface RendererProvider extends AdapterProvider<DocumentRenderer> {}
