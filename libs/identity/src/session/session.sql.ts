/** A session with its account in one read. Officers are those who hold a platform role now. */
export const SESSION_WITH_ACCOUNT = `
  SELECT s.\`id\` AS \`sessionId\`, s.\`lastSeenAt\`, s.\`expiresAt\`,
         a.\`id\` AS \`accountId\`, a.\`realName\`, a.\`organisationId\`, a.\`status\`,
         (SELECT COUNT(*) FROM \`membership\` m
           WHERE m.\`accountId\` = a.\`id\` AND m.\`siteId\` IS NULL
             AND (m.\`until\` IS NULL OR m.\`until\` > ?)) AS \`platformRoles\`
    FROM \`session\` s
    JOIN \`account\` a ON a.\`id\` = s.\`accountId\`
   WHERE s.\`tokenHash\` = ?`;

export interface SessionRow {
  readonly sessionId: number;
  readonly lastSeenAt: unknown;
  readonly expiresAt: unknown;
  readonly accountId: number;
  readonly realName: string;
  readonly organisationId: number | null;
  readonly status: string;
  readonly platformRoles: number | string;
}
