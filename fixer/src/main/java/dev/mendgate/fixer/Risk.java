package dev.mendgate.fixer;

/** How much a reviewer should worry that a fix changes more than the failure. */
public enum Risk {
  LOW,
  MEDIUM,
  HIGH
}
