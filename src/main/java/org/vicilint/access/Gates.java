package org.vicilint.access;

import java.util.ArrayList;
import java.util.List;

/** Collects the gates of a call in the server's order; those that pass may be left out. */
final class Gates {
  private final List<Gate> gates = new ArrayList<>();
  private final boolean onlyRefusing;

  private Gates(boolean onlyRefusing) {
    this.onlyRefusing = onlyRefusing;
  }

  /** Takes all of them. */
  static Gates all() {
    return new Gates(false);
  }

  /** Takes those that refuse. */
  static Gates refusing() {
    return new Gates(true);
  }

  /** Whether a gate is wanted; what describes one that is not need not be made. */
  boolean wants(boolean passed) {
    return !passed || !onlyRefusing;
  }

  void add(Gate gate) {
    if (wants(gate.passed())) {
      gates.add(gate);
    }
  }

  List<Gate> list() {
    return gates;
  }
}
