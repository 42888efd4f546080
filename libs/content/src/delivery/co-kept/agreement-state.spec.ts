import { agreementState, type AgreementMove } from './agreement-state';
import { AGREEMENT_STATES, type AgreementState } from './channel-agreement.entity';

const ALLOWED: Readonly<Record<AgreementState, readonly AgreementMove[]>> = {
  offered: ['agree', 'decline', 'end'],
  agreed: ['end'],
  declined: [],
  ended: [],
};

describe('共建约定', () => {
  it.each(AGREEMENT_STATES)('%s allows what it should and nothing else', (state) =>
    expect([...agreementState.movesFrom(state)].toSorted()).toEqual([...ALLOWED[state]].toSorted()),
  );

  it('refuses to be agreed to after its end', () =>
    expect(() => agreementState.next('agree', 'ended')).toThrow(
      expect.objectContaining({ code: 'content.agreement.moveRefused' }),
    ));
});
