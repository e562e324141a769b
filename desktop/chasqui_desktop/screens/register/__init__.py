"""The registration desk: one person at a time, four cards, no mouse needed."""
