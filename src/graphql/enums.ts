/** Registers every closed set of the domain with GraphQL, once. Only those that some type uses show in the schema. */
import { registerEnumType } from '@nestjs/graphql';
import * as vocabulary from '../core/vocabulary.js';

registerEnumType(vocabulary.CONCERN, { name: 'Concern', description: 'What is to be improved.' });
registerEnumType(vocabulary.PHASE, {
  name: 'Phase',
  description: 'A stretch of recovery, in order of time. PREPARATION lies before the treatment.',
});
registerEnumType(vocabulary.VERDICT, {
  name: 'Verdict',
  description:
    'Whether a product suits the skin at a moment. IDEAL and SUITABLE fit and are ranked; CAUTION asks for a professional’s choice; UNVERIFIED: the list is missing, incomplete or not understood well enough for this hour; AVOID: not now. Treat a value that you do not know as AVOID.',
});
registerEnumType(vocabulary.CATEGORY, { name: 'Category', description: 'What kind of product it is.' });
registerEnumType(vocabulary.DEVICE, { name: 'Device', description: 'What made the channels.' });
registerEnumType(vocabulary.EVIDENCE_GRADE, {
  name: 'EvidenceGrade',
  description:
    'A: several trials or a meta-analysis. B: one good trial or several small ones. C: weak trials. D: a mechanism only. N: trials show no benefit.',
});
registerEnumType(vocabulary.CERTAINTY, {
  name: 'Certainty',
  description:
    'How sure the meaning of a printed name is. NEAR, a spelling slip, may raise severity and never clears a product.',
});
registerEnumType(vocabulary.PERFORMER, { name: 'Performer', description: 'Who did the treatment.' });
registerEnumType(vocabulary.AREA, { name: 'Area', description: 'Where on the body the treatment was done.' });
registerEnumType(vocabulary.SKIN_TYPE, { name: 'SkinType', description: 'How much oil the skin makes.' });
registerEnumType(vocabulary.CONDITION, {
  name: 'Condition',
  description: 'Something lasting about the person that changes what is advised. It is never stored and never logged.',
});
registerEnumType(vocabulary.SYMPTOM, {
  name: 'Symptom',
  description: 'Something after a treatment that a practitioner should see. It is never stored and never logged.',
});
registerEnumType(vocabulary.SOURCE_KIND, {
  name: 'SourceKind',
  description: 'What kind of publication a claim rests on.',
});
registerEnumType(vocabulary.REASON_CODE, { name: 'ReasonCode', description: 'Why a verdict is what it is.' });
registerEnumType(vocabulary.INDICATOR, { name: 'Indicator', description: 'How much a notice matters.' });
registerEnumType(vocabulary.URGENCY, { name: 'Urgency', description: 'How soon a practitioner should see it.' });
