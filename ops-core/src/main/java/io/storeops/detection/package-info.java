/**
 * What is unusual in the figures of a store: pure functions from a store's past to {@link io.storeops.detection.Detection}s,
 * which {@link io.storeops.detection.Detector} has together. Every judgement rests only on what lies before it; parameters are the
 * roster's {@link io.storeops.position.DetectionRules}, one set for every store. Method, sources and measurement stand in
 * docs/detection.md.
 */
@NullMarked
package io.storeops.detection;

import org.jspecify.annotations.NullMarked;
