/** 角色代码. */
export const ROLE_CODES = [
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
  'supervisor',
  'siteAdmin',
  'editor',
  'initialReviewer',
  'secondReviewer',
  'finalReviewer',
  'proofreader',
  'secrecyReviewer',
] as const;
export type RoleCode = (typeof ROLE_CODES)[number];

/** 三员：mutually exclusive, platform-wide, without a common superuser. */
export const OFFICER_ROLES = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies RoleCode[];
export type OfficerRole = (typeof OFFICER_ROLES)[number];

export const isOfficerRole = (role: RoleCode): role is OfficerRole =>
  (OFFICER_ROLES as readonly RoleCode[]).includes(role);

/**
 * One line of a role: a CASL rule whose conditions may hold placeholders that are filled in for a
 * person at a site: `{{siteId}}`, `{{portalId}}`, `{{me}}` and `{{channels}}` (dropped with its field
 * when the membership is not limited to channels).
 */
export interface RuleTemplate {
  readonly action: string | readonly string[];
  readonly subject: string | readonly string[];
  readonly conditions?: Readonly<Record<string, unknown>>;
  readonly inverted?: true;
}

export interface RoleTemplate {
  readonly name: string;
  readonly description: string;
  /** `platform`: at no site, rules hold everywhere. `portal`: at a portal, covers its whole network. */
  readonly scope: 'platform' | 'portal' | 'site';
  /** Whether a membership of this role may be limited to channels. */
  readonly takesChannels: boolean;
  readonly mayGrant: { readonly roles: readonly RoleCode[]; readonly where: 'anywhere' | 'ownSite' } | null;
  readonly rules: readonly RuleTemplate[];
}

const atSite = { siteId: '{{siteId}}' };
const inChannels = { siteId: '{{siteId}}', channelId: { $in: '{{channels}}' } };
const inNetwork = { portalId: '{{portalId}}' };
const aboutSite = { aboutSiteId: '{{siteId}}' };

/** What everybody who works at a site may look at, and the deliveries and rectifications they handle. */
const readingRoom: readonly RuleTemplate[] = [
  { action: 'read', subject: 'Site', conditions: { id: '{{siteId}}' } },
  {
    action: 'read',
    subject: ['Channel', 'Asset', 'Theme', 'PageLayout', 'Topic', 'ChannelChange'],
    conditions: atSite,
  },
  { action: 'read', subject: 'Delivery', conditions: { fromSiteId: '{{siteId}}' } },
  { action: 'read', subject: 'Delivery', conditions: { toSiteId: '{{siteId}}' } },
  { action: 'read', subject: ['Finding', 'Rectification', 'Patrol'], conditions: aboutSite },
];

const reviewer = (pass: string): readonly RuleTemplate[] => [
  ...readingRoom,
  { action: ['read', pass, 'sendBack'], subject: 'Article', conditions: inChannels },
];

/** 角色模板：the same at every site, never copied. */
export const ROLES: Readonly<Record<RoleCode, RoleTemplate>> = {
  systemAdmin: {
    name: '系统管理员',
    description: '管理站点、机构、账号资料和后台任务；不接触稿件，不授予权限，不重置密码，不能查看审计日志',
    scope: 'platform',
    takesChannels: false,
    mayGrant: null,
    rules: [
      {
        action: 'manage',
        subject: ['Site', 'SiteSettings', 'Organisation', 'Theme', 'Regulation', 'Job', 'NetworkNotice'],
      },
      { action: ['read', 'create', 'update'], subject: 'Account' },
      { action: 'read', subject: 'Membership' },
    ],
  },
  securityAdmin: {
    name: '安全管理员',
    description: '授予和收回权限，管理账号的启用、停用、解锁与密码重置；不能给自己授权，不接触稿件',
    scope: 'platform',
    takesChannels: false,
    mayGrant: { roles: ROLE_CODES, where: 'anywhere' },
    rules: [
      { action: ['read', 'update', 'secure'], subject: 'Account' },
      { action: ['read', 'create', 'delete'], subject: 'Membership' },
      { action: 'read', subject: ['Site', 'SiteSettings', 'Channel'] },
    ],
  },
  auditAdmin: {
    name: '审计管理员',
    description: '查看和核验审计日志，查看账号与授权；不能修改任何内容',
    scope: 'platform',
    takesChannels: false,
    mayGrant: null,
    rules: [{ action: 'read', subject: ['AuditEntry', 'Account', 'Membership', 'Site', 'SiteSettings'] }],
  },
  supervisor: {
    name: '监管员',
    description: '授予在门户上，覆盖其下全部站点：查看稿件，处理监管问题、整改和巡检',
    scope: 'portal',
    takesChannels: false,
    mayGrant: null,
    rules: [
      { action: 'read', subject: 'Site', conditions: { id: '{{siteId}}' } },
      { action: 'read', subject: ['Channel', 'Article', 'Asset'], conditions: atSite },
      { action: ['read', 'decide', 'oversee'], subject: ['Topic', 'ChannelChange'], conditions: atSite },
      { action: 'close', subject: 'Topic', conditions: atSite },
      { action: 'manage', subject: ['Finding', 'Patrol', 'NetworkNotice'], conditions: inNetwork },
      { action: ['read', 'close'], subject: 'Rectification', conditions: inNetwork },
      { action: ['read', 'compare'], subject: 'Statistics', conditions: atSite },
      { action: 'read', subject: 'Delivery', conditions: { fromSiteId: '{{siteId}}' } },
      { action: 'read', subject: 'Delivery', conditions: { toSiteId: '{{siteId}}' } },
    ],
  },
  siteAdmin: {
    name: '站点管理员',
    description: '管理本站的栏目、设置、主题、素材和采编人员，可发布和撤回稿件；审核须另授审核角色',
    scope: 'site',
    takesChannels: false,
    mayGrant: {
      roles: [
        'editor',
        'initialReviewer',
        'secondReviewer',
        'finalReviewer',
        'proofreader',
        'secrecyReviewer',
      ],
      where: 'ownSite',
    },
    rules: [
      ...readingRoom,
      { action: 'update', subject: 'Site', conditions: { id: '{{siteId}}' } },
      {
        action: 'manage',
        subject: [
          'SiteSettings',
          'Theme',
          'PageLayout',
          'Channel',
          'Asset',
          'OldAddress',
          'ImportRun',
          'SiteExport',
        ],
        conditions: atSite,
      },
      { action: ['create', 'decide', 'approve'], subject: ['Topic', 'ChannelChange'], conditions: atSite },
      { action: ['update', 'delete', 'apply', 'archive'], subject: 'Topic', conditions: atSite },
      {
        action: [
          'read',
          'create',
          'update',
          'delete',
          'purge',
          'submit',
          'sendBack',
          'withdraw',
          'publish',
          'publishUrgently',
        ],
        subject: 'Article',
        conditions: atSite,
      },
      { action: ['send', 'withdraw'], subject: 'Delivery', conditions: { fromSiteId: '{{siteId}}' } },
      { action: ['accept', 'update'], subject: 'Delivery', conditions: { toSiteId: '{{siteId}}' } },
      { action: ['read', 'create', 'delete'], subject: 'Membership', conditions: atSite },
      { action: 'read', subject: ['AuditEntry', 'Statistics'], conditions: atSite },
      { action: 'create', subject: 'Patrol', conditions: aboutSite },
      { action: ['accept', 'fix'], subject: 'Rectification', conditions: aboutSite },
    ],
  },
  editor: {
    name: '编辑',
    description: '撰写、修改和送审稿件，上传素材，报送和接收稿件；可限定栏目',
    scope: 'site',
    takesChannels: true,
    mayGrant: null,
    rules: [
      ...readingRoom,
      { action: ['read', 'create', 'update', 'submit'], subject: 'Article', conditions: inChannels },
      { action: 'delete', subject: 'Article', conditions: { ...inChannels, authorId: '{{me}}' } },
      { action: ['create', 'update', 'delete'], subject: 'Asset', conditions: atSite },
      { action: ['create', 'update', 'apply'], subject: 'Topic', conditions: atSite },
      { action: 'update', subject: 'PageLayout', conditions: atSite },
      { action: ['send', 'withdraw'], subject: 'Delivery', conditions: { fromSiteId: '{{siteId}}' } },
      { action: ['accept', 'update'], subject: 'Delivery', conditions: { toSiteId: '{{siteId}}' } },
      { action: ['accept', 'fix'], subject: 'Rectification', conditions: aboutSite },
    ],
  },
  initialReviewer: {
    name: '初审员',
    description: '初审稿件，通过或退回；不能审核本人撰写的稿件；可限定栏目',
    scope: 'site',
    takesChannels: true,
    mayGrant: null,
    rules: reviewer('passInitial'),
  },
  secondReviewer: {
    name: '复审员',
    description: '复审稿件，通过或退回；不能审核本人撰写的稿件；可限定栏目',
    scope: 'site',
    takesChannels: true,
    mayGrant: null,
    rules: reviewer('passSecond'),
  },
  finalReviewer: {
    name: '终审员',
    description: '终审稿件并签发，可撤回已发布的稿件；不能审核本人撰写的稿件；可限定栏目',
    scope: 'site',
    takesChannels: true,
    mayGrant: null,
    rules: [
      ...reviewer('passFinal'),
      { action: ['publish', 'withdraw', 'publishUrgently'], subject: 'Article', conditions: inChannels },
      { action: 'accept', subject: 'Delivery', conditions: { toSiteId: '{{siteId}}' } },
    ],
  },
  proofreader: {
    name: '校对员',
    description: '在设有校对环节的审核中校对稿件，通过或退回；不能校对本人撰写的稿件；可限定栏目',
    scope: 'site',
    takesChannels: true,
    mayGrant: null,
    rules: reviewer('proofread'),
  },
  secrecyReviewer: {
    name: '保密审查员',
    description: '在设有保密审查环节的审核中审查稿件并填写审查记录，通过或退回；可限定栏目',
    scope: 'site',
    takesChannels: true,
    mayGrant: null,
    rules: reviewer('reviewSecrecy'),
  },
};

/** Everybody who is signed in. */
export const EVERYBODY: readonly RuleTemplate[] = [
  { action: 'use', subject: 'Console' },
  { action: ['read', 'delete', 'changePassword'], subject: 'Session' },
  { action: 'read', subject: ['Organisation', 'Regulation'] },
];

/** Everybody with something to do at the site of the request. */
export const AT_A_DESK: readonly RuleTemplate[] = [{ action: 'use', subject: 'Desk' }];

/** The only rights of a person whose password must be changed first. */
export const PASSWORD_FIRST: readonly RuleTemplate[] = [
  { action: ['read', 'delete', 'changePassword'], subject: 'Session' },
];

/** 不得审核本人稿件：stands last in every list of rules, so no role can undo it. */
export const NO_SELF_REVIEW: readonly RuleTemplate[] = [
  {
    action: [
      'passInitial',
      'passSecond',
      'passFinal',
      'proofread',
      'reviewSecrecy',
      'sendBack',
      'publishUrgently',
    ],
    subject: 'Article',
    conditions: { authorId: '{{me}}' },
    inverted: true,
  },
];
