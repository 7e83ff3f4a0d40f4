/** Everything of the last hours stays. */
const KEEP_HOURS = 48;
/** Of each day (UTC) of the last days the newest stays. */
const KEEP_DAYS = 30;

/** Which of these backups, named with the time of what they hold, may go. The newest one never may. */
export function expired(backups: { name: string; at: Date }[], now: Date): string[] {
  const newestFirst = backups.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const days = new Set<string>();
  const gone: string[] = [];
  for (const [place, { name, at }] of newestFirst.entries()) {
    const ageHours = (now.getTime() - at.getTime()) / 3_600_000;
    const day = at.toISOString().slice(0, 10);
    const newestOfDay = !days.has(day);
    days.add(day);
    if (place > 0 && ageHours > KEEP_HOURS && !(newestOfDay && ageHours <= KEEP_DAYS * 24)) gone.push(name);
  }
  return gone;
}
