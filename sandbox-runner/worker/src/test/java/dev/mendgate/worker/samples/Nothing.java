package dev.mendgate.worker.samples;

public class Nothing {}
