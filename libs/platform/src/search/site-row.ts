const ROW_BITS = 40n;
/** Larger than every row number: those of the year 2100 have 39 bits. */
export const LAST_ROW = 2 ** Number(ROW_BITS) - 1;

/** The number of a row in the lists of sites: those of one site lie together, in their order. */
export const siteRow = (siteId: number, row: number): bigint => (BigInt(siteId) << ROW_BITS) | BigInt(row);
