/** Small views that several areas share. */
export interface SiteName {
  id: number;
  key: string;
  name: string;
}
