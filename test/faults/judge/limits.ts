/** What a sceptic should not read into a run. */
export const limits: readonly string[] = [
  "Everything runs on one machine: one Postgres without a standby, one Redis, two servers, one clock. Failover, a split network between replicas and clocks that differ are not covered.",
  "360dialog, Chatwoot and the model are fakes with the real wire formats. What the real ones do beyond their documentation is not covered.",
  "Postgres is ended at once, as a crash does, and keeps its disk. A disk that is full, slow or lies about having written is not covered.",
  "Servers are killed at moments that are drawn, not at every instruction. The dangerous interleavings that are known are stepped one by one instead (the guards above).",
  "Of several tries of one send the database keeps the last. An earlier one that began within a silence is seen only if its text arrived within it and had been made within it.",
  "While a START or a give-back is under way nobody outside can know who is right, so sends at that time are not judged. Texts that were waiting when the silence began are judged all the same.",
  "A recruiter's reply whose webhook was not answered with 200 is not counted as a takeover: Chatwoot does not send it again. Reading Chatwoot again after a lost webhook is not there yet.",
  "Order is judged where it is certain: a message that was written after the one before it was acknowledged. Within one turn the sender's clock decides, whose grain is a second.",
  "Memory was watched for the length of the quiet run, with one model that answers at once and few kinds of messages. That it stands still for days is not shown here.",
  "Whether an answer is a good one is not judged here.",
];
