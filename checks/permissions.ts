/**
 * Who may knock at which use case: the table of permissions, written out by hand so that a change to a use case has to be made
 * here as well, where it is seen. What somebody may then do is decided by the post they hold on the day.
 */
export const permissions: Record<string, readonly string[]> = {
  'authority.adopt-constitution': ['administrator'],
  'authority.delegate-onward': ['commissioning officer', 'decision maker'],
  'authority.record-act': ['commissioning officer'],
  'authority.report-back': ['commissioning officer'],
  'authority.undo-act': ['commissioning officer'],
  'decisions.start-draft': ['commissioning officer'],
  'decisions.edit-draft': ['commissioning officer'],
  'decisions.put-clause': ['commissioning officer'],
  'decisions.remove-clause': ['commissioning officer'],
  'decisions.put-grant': ['commissioning officer'],
  'decisions.remove-grant': ['commissioning officer'],
  'decisions.order-clauses': ['commissioning officer'],
  'decisions.propose': ['commissioning officer'],
  'decisions.take-back': ['commissioning officer'],
  'decisions.withdraw': ['commissioning officer'],
  'decisions.sign': ['decision maker', 'democratic services'],
  'decisions.refuse': ['decision maker'],
  'decisions.publish': ['democratic services'],
  'decisions.call-in': ['scrutiny member'],
  'decisions.release-call-in': ['democratic services'],
  'intake.keep-document': ['anyone'],
  'intake.correct-reading': ['anyone'],
  'intake.draft-from-reading': ['commissioning officer'],
  'platform.sign-in': ['anyone'],
  'platform.move-clock': ['commissioning officer', 'decision maker', 'democratic services', 'scrutiny member', 'monitoring officer', 'administrator'],
}
