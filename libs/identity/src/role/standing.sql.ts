/** Account and memberships of one person in one read: what every request's rights are made from. */
export const STANDING = `
  SELECT a.\`status\`, a.\`mustChangePassword\`, a.\`passwordChangedAt\`,
         m.\`role\`, m.\`siteId\`, m.\`channelIds\`, m.\`until\`
    FROM \`account\` a
    LEFT JOIN \`membership\` m ON m.\`accountId\` = a.\`id\`
   WHERE a.\`id\` = ?
   ORDER BY m.\`id\``;

export interface StandingRow {
  readonly status: string;
  readonly mustChangePassword: number;
  readonly passwordChangedAt: unknown;
  readonly role: string | null;
  readonly siteId: number | null;
  readonly channelIds: string | null;
  readonly until: unknown;
}
