/** How people say what they studied and what they can do. */
export interface Learning {
  studies: Studies;
  abilities?: Abilities;
}

interface Studies {
  /** Degrees and schools, without the subject. */
  degrees: RegExp;
  /** Between a degree and its subject: "in". */
  subject: RegExp;
  /** How the answer to what somebody studied may begin. */
  lead: RegExp;
  /** Right before studies that are no degree of the speaker. */
  unfinished: RegExp;
}

interface Abilities {
  /** Before what somebody can do: "I know how to". */
  after: RegExp;
  /** Words before the ability itself. */
  lead: RegExp;
  /** Ends what somebody can do. */
  end: RegExp;
  /** Is no ability, although it stands there. */
  not: RegExp;
}
