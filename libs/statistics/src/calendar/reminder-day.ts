/** Whether a reminder goes out with so many days left: on the first day of the notice, the last two days, and weekly once it is late. */
export function isReminderDay(daysLeft: number, before: number): boolean {
  if (before <= 0) return false;
  if (daysLeft < 0) return -daysLeft % 7 === 1;
  return daysLeft === before || (daysLeft <= 1 && daysLeft <= before);
}
