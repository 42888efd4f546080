/** Numbers that name nothing: positions, versions, lengths of time. */
export const PLAIN_NUMBERS = [
  'nth',
  'items.version',

  'page',
  'pageSize',
  'version',
  'baseVersion',
  'days',
  'from',
  'to',
  'position',
  'cycleDays',
  'plan.cycleDays',
  'sections.count',
  'workingDays',
  'minBytes',
  'maxBytes',
];

/** People and organisations belong to the installation; every site may name them. */
export const SHARED_NAMES = [
  'account',
  'accountId',
  'fromId',
  'toId',
  'steps.who.organisationId',
  'steps.who.accountIds',
  'members.accountId',
  'organisationId',
  'ownerOrganisationId',
  'plan.ownerOrganisationId',
  'sponsorId',
  'operatorId',
  'competentAuthorityId',
];
