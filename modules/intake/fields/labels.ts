/**
 * What the labels of a decision record are called, council by council. Data: each field with the phrases seen for it, as
 * patterns over a label made plain (lower case, no punctuation, brackets and "(s)" taken out). First match wins, so the
 * narrower phrases stand first.
 */
export type FieldName =
  | 'council'
  | 'identifier'
  | 'title'
  | 'maker'
  | 'key'
  | 'callIn'
  | 'status'
  | 'decidedOn'
  | 'publishedOn'
  | 'effectiveFrom'
  | 'formDate'
  | 'purpose'
  | 'decision'
  | 'recommendation'
  | 'reasons'
  | 'alternatives'
  | 'conflicts'
  | 'author'
  | 'action'
  | 'wards'
  | 'signed'
  | 'meeting'
  | 'type'
  | 'due'
  | 'content'
  | 'minutes'
  | 'holder'
  | 'question'
  | 'other'

/** Fields whose value runs on over paragraphs, until the next label. */
export const SECTIONS: ReadonlySet<FieldName> = new Set([
  'purpose',
  'decision',
  'recommendation',
  'reasons',
  'alternatives',
  'conflicts',
  'content',
  'minutes',
  'question',
  'other',
])

type Synonyms = { field: FieldName; is: RegExp }
const DECISION = '(?:decisions?|action|award|resolution)'
const THE = '(?:the |this |your |my |our |any |its |such )?'
const ADJ =
  '(?:executive |officer |operational |cabinet |delegated |key |urgent |proposed |formal |recommended |final |urgency |officers |members |cabinet members |directors |leaders )?'

export const LABELS: readonly Synonyms[] = [
  // Call-in before status and dates: its labels borrow their words.
  {
    field: 'callIn',
    is: /^(?:is (?:the decision |this |it |this decision )?)?(?:subject to|eligible for|open to|available for|for|exempt from) (?:be )?(?:call ?in|scrutiny call ?in|called ?in)(?: procedures?)?$/,
  },
  {
    field: 'callIn',
    is: /^(?:is )?(?:the |this )?(?:decision )?(?:subject to|eligible for) call ?in$|^call ?in(?: applies| applicable|able| status)?$|^is callable in$|^can (?:the |this )?(?:decision )?be called ?in$|^callable$/,
  },
  {
    field: 'other',
    is: /^(?:date|data|dates?) of call ?in\b|^call ?in (?:period|procedure|deadline|heard|expir|ends?|date|result|closing)|^results? of call ?in|^expiry (?:date|of)|^(?:last )?date (?:for|by which) call ?in|^deadline for call ?in|^scrutiny call ?in/,
  },

  {
    field: 'identifier',
    is: /^(?:(?:decision|forward plan|fp|report|form|cmd|cms|dd|delegated decision|executive decision|officer decision|key decision|record|document|file|committee|plan|notice|agenda|issue|our|my|your|cabinet|contract|odd|urn|register|log|decision notice|decision record|forward plan entry|cabinet member decision|edn|odn|ldd) )?(?:(?:ref|reference|refno|urn)(?: (?:no|number|id|code))?|(?:number|no|id))$/,
  },
  { field: 'identifier', is: /^(?:.{0,40} )?decision (?:no|number|ref|reference)(?: no)?$|^cms(?: ref)?$/ },
  {
    field: 'identifier',
    is: /^(?:unique )?(?:reference|identifier|identification number)$|^(?:reference|ref)(?: (?:no|number))? of (?:decision|report)$|^forward plan(?: entry)?$|^(?:decision|delegated decision) (?:log )?(?:no|number|ref|reference|id)$/,
  },

  {
    field: 'title',
    is: /^(?:(?:the )?(?:title|name|subject|subject title|title subject)(?: (?:or|and|\/) ?(?:subject|title|matter))?|subject(?: ?\/ ?| )?matter|subject heading|decision title|title ?\/ ?subject(?: ?\/ ?| )?(?:matter)?|report title|item(?: title| name)?|topic|issue(?: title)?|project(?: title| name)?|re|heading|matter|subject of (?:the )?(?:report|decision)|decision subject|contract title)$/,
  },
  { field: 'purpose', is: /^(?:subject and details of the matter|details of (?:the )?(?:matter|proposal|issue))$/ },
  {
    field: 'title',
    is: /^title of item(?: \/ ?report)?$|^(?:matter|issue|subject) in respect of which .*$|^decision letter$|^report(?: title)?$|^item$|^what is the subject$|^(?:title|subject|name|topic)(?: ?\/ ?subject)?(?: matter)? of (?:the |this )?(?:report|decision|item|proposal|issue|paper|matter|officer decision|proposed decision|executive decision|delegated decision|key decision|scheme|project)$/,
  },

  {
    field: 'signed',
    is: /^(?:decision )?(?:taken|made|approved|authorised|signed|agreed|determined) by$|^decision (?:taken|made|approved|authorised|signed) by$/,
  },
  {
    field: 'maker',
    is: /^(?:(?:name of |the |name and title of |name and post of |title of |name and job title of |job title of )?(?:the )?decision ?(?:maker|taker|making body|making officer|making person|making individual)s?|decision making (?:person|body|individual|officer|panel)(?: or (?:body|individual|person))?|(?:who|which officer|which member) (?:is |has |was )?(?:making|made|taking|took|taken|the|makes|will make|is making)(?: this| the)? (?:decision(?: maker)?)|who is the decision ?maker|(?:officer|member|person|cabinet member|director|individual|councillor) (?:making|taking) (?:the |this )?decision|officer exercising .{0,30}|name of (?:decision maker|officer making (?:the )?decision|officer)|decision(?: to be)? (?:taken|made) by|decision body|delegated officer|decision making (?:officer|member)|determining officer|post(?: title)? of (?:decision maker|officer making (?:the )?decision)|name of decision making (?:person|body)|name title of decision maker|decision tak(?:er|ers)|authorised decision maker|decision authority|(?:name and )?(?:title|post|position) of (?:the )?(?:decision maker|decision taker)|who (?:made|took|is making|is taking|has made|has taken) (?:the|this) decision|who decided|who is making the decision|who (?:made|makes|is making|took) .{0,30}|decision by|capacity of (?:the )?decision maker|by whom .{0,30})$/,
  },
  // Believed only where no decision maker is printed: a lead member is often named beside the body that decides.
  {
    field: 'holder',
    is: /^(?:portfolio holder|cabinet member|executive member|lead (?:cabinet )?member|director|chief officer|delegated to|leader|executive director|corporate director|strategic director|head of service|deciding officer|responsible (?:cabinet member|portfolio holder)|decision making committee|committee|body|(?:relevant )?cabinet member portfolio|member)s?$/,
  },
  {
    field: 'meeting',
    is: /^(?:decided|made|decision made|taken|considered) at(?: meeting)?$|^meeting$|^made at meeting$|^decision (?:taken|made) at$/,
  },

  {
    field: 'type',
    is: /^(?:decision type|type of (?:operational |officer |executive )?decision|decision category|category of decision|category|type|report type|is the decision key or non ?key|key or non ?key(?: decision)?|key ?\/ ?non ?key(?: decision)?)$/,
  },
  {
    field: 'key',
    is: /^(?:is )?(?:this |it |the |the decision |this decision )?(?:be )?(?:an? )?(?:executive )?key(?: decision)?(?: yes ?\/ ?no| y ?\/ ?n)?$|^key decision(?: status| yes or no| indicator)?$|^include item on forward plan.*key decision$|^is it a key decision.*$|^is key decision$|^(?:is|does) (?:this|the) .{0,30}key decision$|^does this decision .{0,20}key decision$/,
  },

  {
    field: 'status',
    is: /^(?:decision |current |overall |report |plan |item )?status(?: of (?:the )?decision)?$|^outcome$|^decision outcome$/,
  },

  {
    field: 'effectiveFrom',
    is: /\bdate (?:the |this )?decision (?:can|may|will) be implemented|^date (?:the )?decision is effective.*|^decision effective if .*/,
  },
  {
    field: 'effectiveFrom',
    is: /^when (?:will|does|can|may) (?:it|the decision|this decision|this) (?:take|come into|be) (?:effect|force|implemented)$|^(?:effective|effect) (?:from|date|on)$|^(?:date )?(?:decision )?(?:effective|to take effect|takes effect|will take effect|comes into (?:force|effect)|implementation)(?: from| date| at| on| (?:at )?end of)?$|^decision (?:to take effect|takes effect|effective|comes into force|may be implemented|can be implemented|implemented)(?: from| on| at end of| at| date)?$|^(?:earliest )?(?:date (?:of|for|from)|date when) (?:implementation|effect|which (?:the )?decision (?:may|can|will) be (?:implemented|take effect)|implementation of decision|decision takes effect|decision becomes effective)$|^implementation(?: date)?(?: not before)?$|^date (?:decision )?(?:effective|implemented|comes into (?:force|effect)|into effect)(?: from)?$|^(?:date )?(?:decision )?(?:can|may|will) be implemented(?: on| from| after)?$|^in force(?: from)?$|^date of implementation$|^date decision (?:can be|may be|to be|is) (?:implemented|effective)(?: from)?$/,
  },
  {
    field: 'publishedOn',
    is: /^(?:date )?(?:decision )?(?:of )?(?:publication|published)(?: date| on)?$|^date (?:of )?(?:decision )?(?:publication|published)(?: of (?:the )?(?:decision|notice|record))?$|^decision publi(?:shed|cation date)$|^publish(?:ed)? date$|^date (?:on which )?(?:the )?(?:decision |notice )?(?:was )?published$|^posted$|^date (?:the |this )?(?:record|notice|decision notice|decision record) (?:was )?(?:published|issued)$|^(?:date of issue|issue date|date issued|issued on)$/,
  },
  {
    field: 'due',
    is: /^(?:decision )?due(?: date)?$|^decision due(?: date| by| not before)?$|^(?:originally|expected|anticipated|proposed) .*|^not before$|^(?:expected |proposed |anticipated |planned |likely |earliest )(?:date of decision|decision date|date decision.*|date)$|^date (?:decision )?(?:is )?(?:due|expected|to be (?:made|taken)|decision to be taken|for decision).*$|^(?:notice of (?:proposed )?decision|notice)(?: first published| published)?$|^date (?:added|first) .*$|^meeting date due$/,
  },
  {
    field: 'decidedOn',
    is: /^(?:date (?:of|when|on which|that) )?(?:the |this )?(?:key |executive |officer |cabinet |delegated |operational |officers )?decision (?:date|was (?:made|taken) on|made on|taken on)$|^date (?:the |this )?decision (?:made|taken)$|^date (?:of|for) (?:the |this |your |my )?(?:key |executive |officer |cabinet |delegated |operational |final |officers )?decision(?: made| taken)?$|^date (?:the )?(?:decision )?(?:was )?(?:made|taken|decided|approved|agreed)$|^date (?:the |this )?decision (?:was |is )?(?:made|taken|agreed)$|^decision date$|^decided(?: on)?$|^date of (?:meeting|cabinet|cabinet meeting|decision meeting|executive decision)$|^meeting date$|^when (?:was|is|did) (?:the |this )?(?:decision|it) (?:was )?(?:made|taken|decided|agreed)(?: made)?$|^decision made on$|^day of decision$|^date and time of decision$|^when was (?:this|it) decided$|^date decision$|^date of decision (?:maker|making)$|^date of award$/,
  },
  {
    field: 'formDate',
    is: /^date(?: of (?:report|form|record|request|notice|this (?:form|record|notice)))?$|^date (?:the |this )?(?:form|template) (?:was )?(?:completed|filled in|prepared)$|^report date$|^form date$|^dated$/,
  },

  {
    field: 'conflicts',
    is: /^(?:details of |record of |any |declared |declarations? of |were there any |are there any )?(?:any )?(?:disclosable |register(?:ed|able) |member |members )?(?:conflicts?|interests?|declarations?)(?: of interests?)?(?: ?(?:and|\/|&|or) ?(?:any )?dispensations?.*)?(?: (?:declared|relating to|disclosed|by|recorded|and|in respect|which|if|has|have|of any|made|notified|from|arising|and|\/) ?.*)?$|^(?:has|have|were|are|did|does|do|is) .{0,60}(?:interests?|conflicts? of interests?)(?: (?:been |were |was )?(?:declared|disclosed|registered|made|to declare|in).*)?$|^(?:details of |any |record of )?(?:any )?(?:declared )?conflicts? of interests?\b.*$|^declarations? (?:of )?(?:conflicts?|interests?)\b.*$|^(?:details of )?(?:any )?dispensations?(?: granted)?$|^interests? declared$|^(?:has|have) any .{0,60}conflicts? of interest.*$/,
  },
  {
    field: 'alternatives',
    is: /^(?:what else (?:was|were|did|have|has|i|we|he|she) .*|were there (?:any )?(?:other|alternative) .*|what (?:did you|were the|were) .{0,20}(?:alternatives?|options?)\b.*)$/,
  },
  {
    field: 'alternatives',
    is: /^(?:a |an )?(?:brief |short )?(?:details of |record of |summary of |what |were |any |list of |the |other )?(?:any |were the |are the |the |were )?(?:alternatives?|other options|options|alternative options?|other alternatives?|alternative proposals|alternative courses? of action|available options)(?: ?\/ ?alternatives)?(?: (?:options?|proposals?|considered|available|analysis|appraisal|and|that|which|were|for|to|if|have|rejected|considerations?|appraised|been|you|did|explored|identified|disregarded|discounted)\b.*)?$|^(?:other|alternative) options.*|^what (?:other|alternative) (?:options|courses).*|^(?:options|alternatives) i .*|^rejected options$|^options (?:other|considered).*|^(?:details of|any|list) (?:any )?(?:other |alternative )?options .*|^were any alternatives? .*$|^rejected (?:options|alternatives)$/,
  },
  {
    field: 'reasons',
    is: new RegExp(
      `^(?!.*\\b(?:urgen|privat|exempt|confiden|restrict|general exception|special|call ?in|no public|key$|key decision|closed|late|waiv))(?:a |an )?(?:brief |short )?(?:the |main |key |full |summary of (?:the )?|statement of (?:the )?|details of (?:the )?|record of (?:the )?)?(?:reasons?|rationale|justification)(?: ?(?:for|behind|of|why|supporting|to support|and|\\/|&) .*)?$|^(?:the|my|our) reasons (?:are|were)(?: that| as follows)?$|^why$|^why (?:is|was|did|has|have|are|were|do) .{0,60}$|^what (?:is|are|was|were) (?:the|your) reasons?(?: .*)?$|^${DECISION} (?:reasons?|rationale)$|^${ADJ}reasons?$`,
    ),
  },
  {
    field: 'recommendation',
    is: /^(?:officer |officers |the |summary of |key |report |proposed )?recommend(?:ations?|ed decision|ed action|ed)(?: (?:to|for|of|from|are|is|s)\b.*)?$|^proposals?$|^proposed decision$|^decision (?:requested|required|sought|requested of.*)$|^(?:it is recommended|the cabinet is recommended|is recommended) ?(?:that|to)?$|^decision recommended$|^(?:recommendation|proposal) (?:being|to be) .*$/,
  },
  {
    field: 'decision',
    is: new RegExp(
      `^(?:details? of |what (?:is|was|were) |summary of |record of |text of |full |nature of |description of |outline of |statement of )?${THE}${ADJ}(?:decisions?|resolutions?|resolved)(?: (?:made|taken|agreed|details?|record|is|are|was|reached|text|in full|taken in full|that was made|being made|being taken|summary|has been made|or action taken|notice text|and reasons.*|with reasons|taken with reasons|statement|made and reasons.*|and any reasons|and date|and the reasons.*))?$|^decision (?:of|by) (?:the )?(?:executive|cabinet|committee|council|portfolio|lead|leader|mayor|deputy|member|board|director|chief|head)\\b.{0,60}$|^what (?:has been|is being|was|has the .{3,30}|did .{3,30}) (?:been )?(?:decided|agreed|decide)$|^(?:it was |was |were )?(?:resolved|agreed)(?: that)?$|^action (?:taken|agreed)$|^resolution$|^minute extract$|^(?:what )?i have decided(?: to)?$|^(?:my|the) decision is$|^outcome of (?:decision|meeting)$|^what decision .{0,40}$|^what (?:are|is|was|were) (?:you|being) decid.*$`,
    ),
  },
  {
    field: 'purpose',
    is: /^(?:issues? (?:for|requiring) decision|matter for decision|what is this about)$|^(?:the )?(?:purpose|description|brief (?:description|summary)|synopsis|aims?)(?: (?:of|for) (?:the |this )?(?:report|decision|paper|item|proposal|request|issue|matter|subject|record))?$|^(?:brief )?(?:summary|description|outline) of (?:the )?(?:subject|subject matter|item|purpose)$|^what is (?:the )?(?:decision about|purpose|this (?:decision )?about).*$|^purpose and summary$/,
  },

  {
    field: 'author',
    is: /^(?:(?:report|lead|responsible|contact|originating|reporting|accountable|originator) )?(?:author|officer|contact officer|originating officer)(?:s)?(?: (?:name|details|contact|name and title|contact details))?$|^(?:report|author)(?: ?of ?)?(?:by|author|the report|report)$|^(?:lead|responsible|contact|report|reporting|originating|service|case|commissioning|accountable) (?:officer|author|manager|contact|person)s?(?: .{0,20})?$|^(?:name of )?(?:officer )?contacts?(?: officer| name| details| person)?(?: for (?:further|more) information)?$|^(?:further information|enquiries)(?: from| to)?$|^report (?:by|of|from|writer|prepared by)$|^(?:written|prepared|completed|submitted) by$|^officer(?: name)?$|^name(?: and title)? of (?:report author|author|contact(?: officer)?|reporting officer|originating officer|lead officer|responsible officer)$|^contact for (?:further|more) (?:information|details)$|^officers? (?:to contact|responsible|in charge)$/,
  },
  {
    field: 'action',
    is: /^(?:officers?(?: \/ ?|s? )to action|action by|to be actioned by|officers? to (?:implement|take action)|officer (?:responsible|accountable) for implementation|lead officer for implementation|for action(?: by)?|action to be taken by)$/,
  },
  {
    field: 'wards',
    is: /^(?:electoral )?(?:wards?|divisions?|areas?|electoral divisions?|electoral wards?|area|wards? ?(?:\/|and|or|&) ?divisions?|localities|parish(?:es)?|county divisions?|wards? and parish(?:es)?|wards and communities|geographical area|electoral areas?)(?: ?\/? ?(?:affected|concerned|involved|relevant|directly affected))?(?: by (?:the |this )?(?:decision|proposal|report))?$|^(?:which )?(?:wards?|divisions?|areas?)(?: will be| are| is)? (?:affected|covered).*$|^affected (?:wards?|divisions?|areas?)$|^local members? (?:and|\/) divisions?$/,
  },

  { field: 'council', is: /^(?:council|local authority|authority|council name|name of (?:council|authority))$/ },
  { field: 'content', is: /^content$|^full council record$/ },
  { field: 'minutes', is: /^minutes?$|^minute text$|^discussion$/ },
  {
    field: 'other',
    is: /^(?:financial|legal|resource|budget|budgetary|policy|equalit(?:y|ies)|human rights|hr|staffing|property|risk|risks|environmental|procurement|corporate|climate|health|community|crime|sustainability|value for money|finance|it|ict|social|section 17|section 151|s151|monitoring|data protection|privacy|carbon|wellbeing|service|other|capital|revenue|personnel|local|economic|biodiversity|data|children|public health|communications?|tax|vat|insurance|information)(?: .{0,40})? (?:implications?|considerations?|comments?|issues?|assessments?|management|impact|analysis|advice|checks?|observations?)(?: .{0,40})?$|^(?:implications?|other implications?|background(?: .{0,40})?|consultations?(?: .{0,60})?|consultees?|context|next steps|appendi(?:x|ces)(?: .{0,30})?|supporting (?:documents?|information|papers|documentation)(?: .{0,40})?|accompanying documents?|additional documents?|documents?(?: .{0,40})?|attachments?|available papers|list of .{0,40}|(?:any )?other (?:relevant )?(?:matters?|information|considerations?|bodies|documents?|issues?)(?: .{0,40})?|corporate (?:priorit(?:y|ies)|plan|objectives?|implications?|outcomes?)(?: .{0,30})?|links? (?:with|to) .{0,60}|budget ?\/ ?strategy.{0,60}|equality impact assessment.{0,300}|equality analysis|assessment .{0,60}|risk(?:s| assessment| management| analysis)?|restrictions?|anticipated restriction|explanation of .{0,60}|reason (?:key|no public access|for urgency|for exemption|private|restricted|it is key|for general exception|for special urgency|why key)|exempt(?:ion)?(?: .{0,60})?|confidential(?:ity)?(?: .{0,40})?|freedom of information.{0,60}|foi .{0,30}|scrutiny(?: .{0,60})?|overview (?:and|&) scrutiny.{0,40}|actions?(?: required| to be taken)?|classification|relevant (?:scrutiny|select|overview|policy|portfolio).{0,60}|lead (?:director|councillor|portfolio.{0,20})s?|portfolio(?: area)?(?:\(s\)|s)?|cabinet (?:portfolio|lead)|(?:responsible )?(?:department|directorate|service|service area|division of service|team|group|service unit)(?: .{0,20})?|notes?|signatures?|signed|signed by|signature and date|date signed|details of any associated risks?|in consultation with|consulted|members? consulted|notice|copies .{0,40}|contact telephone.{0,20}|telephone(?: number)?|tel(?: no)?|e ?mail(?: address)?|ext|ddi|location|to|from|cc|delegated (?:power|authority)(?: .{0,60})?|sources? of authority(?: .{0,60})?|under what authority.*|table of dates|approximate value|(?:specific|general) delegation|authority (?:for|to) .{0,50}|power .{0,50}|legal (?:power|authority|basis)|statutory .{0,60}|scheme of delegation.{0,60}|constitutional .{0,60}|urgency|urgent.{0,60}|special urgency.{0,60}|general exception.{0,40}|representations .{0,40}|consultation .{0,60}|members? consult(?:ed|ation).{0,40}|ward (?:councillors?|members?).{0,60}|local members?.{0,40}|timescales?.{0,40}|timetable.{0,40}|expected outcomes?|objectives|funding|costs?|value(?: of contract)?|contract value|contract period|supplier|key (?:facts|considerations|issues|portfolio)|date and time by which .*|main (?:considerations|points|issues)|monitoring officer.{0,40}|proper officer|confirmed as a true record.*|certification|original text|related (?:meeting|documents?|decisions?)|news|topics|view on council website|share|source|full council record|voting(?: record)?|vote|venue|present|in attendance|attendance|apologies.{0,40}|agenda items?|history|details|further information .{0,40}|web ?link|media|items|conditions|subject to urgent proceedings|impact on .{0,40}|impact|crime and disorder.{0,30}|for (?:publication|information)|publication status|access to information.{0,40}|open ?\/ ?exempt|public ?\/ ?private|is the (?:report|decision) (?:exempt|confidential|open).{0,30}|working papers|decision .{0,10}papers|sections? below.*|checklist.*|disclosure.*|comments? (?:of|from|by) .{0,60}|(?:chief finance|section 151|finance|legal|monitoring) officers? comments?.*|budget|financial|legal|equalities|sign ?off.*|authorisation|approval|approvals|clearance.*)$/,
  },
  {
    field: 'question',
    is: /^(?:is|are|was|were|does|do|has|have|will|would|what|which|who|when|where|how|can|may)(?: [a-z0-9&/]+){2,22}$/,
  },
]

/** A label made plain for look-up: lower case, no brackets, no punctuation, single spaces. */
export function plainLabel(words: string): string {
  return words
    .toLowerCase()
    .replace(/\(s\)|\[s\]/g, (found, at: number) => (at > 0 ? 's' : found))
    .replace(/\([^()]{0,200}\)|\[[^[\]]{0,400}\]/g, ' ')
    .replace(/[’'‘`´]/g, '')
    .replace(/[^a-z0-9&/]+/g, ' ')
    .replace(/\s*\/\s*/g, ' / ')
    .replace(/\b(?:if any|if applicable|where applicable|if relevant|please state|please specify)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const known = new Map<string, FieldName | null>()

/** The field a label names, or null when it is no label we know. */
export function fieldOf(label: string): FieldName | null {
  if (label === '' || label.length > 160) return null
  const before = known.get(label)
  if (before !== undefined) return before
  let field: FieldName | null = null
  for (const synonyms of LABELS) {
    if (synonyms.is.test(label)) {
      field = synonyms.field
      break
    }
  }
  // The memory is only a speed-up: it is kept small so that a folder of ten thousand records cannot fill it.
  if (known.size > 20_000) known.clear()
  known.set(label, field)
  return field
}
