"""The pure core: records, rules, operations, fold, problems. No clock, no disk, no network, no randomness."""
