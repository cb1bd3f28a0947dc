/** Lines around an article that are no part of it. Each pattern is tried on a line's beginning; none can backtrack far. */
export const FURNITURE: readonly RegExp[] = [
  /^(?:©|\(c\)\s|copyright\b.{0,40}\b(?:19|20)\d\d)/i,
  /^.{0,80}\ball rights reserved\b/i,
  /^\(?(?:additional )?(?:reporting|writing|editing|compiled|written|edited|translated)(?: and (?:writing|editing|reporting))? by [\p{Lu}]/iu,
  /^(?:read|see|watch|listen)(?: (?:more|also|next|full))+\b.{0,4}(?:[:|]|$)/i,
  /^(?:read more|related|recommended|trending|most read|more (?:from|on|stories)|also read|you may also like|what to read next|editors?['’]s? picks?)\b.{0,60}(?::|$)/i,
  /^(?:subscribe|sign up|follow (?:us|@)|click here|join (?:us|our)|download (?:the|our) app|get (?:the|our) (?:latest|newsletter|free)|share this|advertisement\b|newsletter\b|support our journalism|donate)\b/i,
  /^like what you['’]re reading\b/i,
  /^our standards:/i,
  /^(?:last |first )?(?:published|updated|posted|modified)(?: at| on)?:? .{0,60}$/i,
  /^(?:this|the) (?:article|story|report|interview|piece|post) (?:was|has been|is) (?:originally |first |also )?(?:published|put together|updated|edited|corrected|produced|amended|republished|written|generated)\b/i,
];

/** Disclaimers, which stand at the end only. */
export const CLOSING: readonly RegExp[] = [
  /^(?:information|sources?) for this (?:story|article|report|briefing) (?:was|were)\b/i,
  /^the authors? (?:has|have|holds?|owns?|is|are)\b.{0,60}\b(?:securities|shares|licen[cs]es?|positions?|stocks?|affiliations?)\b/i,
  /^(?:disclaimer|disclosure|contact|tags|topics|categories|filed under|with files from|contact the (?:author|reporter))\b.{0,3}:/i,
  /^(?:this|the) (?:press |news )?release (?:contains|includes|may contain)\b.{0,40}\bforward-looking\b/i,
  /^.{0,60}\bforward-looking statements\b.{0,80}$/i,
  /^\p{Lu}.{3,50} (?:(?:has written|writes|wrote) (?:this|a|the) .{0,30}column|is an? .{0,60}\b(?:columnist|reporter|correspondent|editor|contributor|journalist|freelancer|writer)\b|(?:can be (?:reached|contacted)|may be reached))\b.{0,160}$/u,
  /^(?:write to|email|reach|follow) (?:him|her|them|the (?:author|writer|reporter)|\p{Lu}.{2,40}) (?:at|on)\b/iu,
  /^(?:not|nothing (?:here|in this \w+) is) (?:a recommendation|investment advice|financial advice)\b/i,
  /^the (?:associated press|canadian press|opinions expressed|views expressed)\b.{0,60}\b(?:contributed|solely|own)\b/i,
];

/** Captions and credits of pictures. */
export const CAPTION =
  /^(?:(?:file )?(?:photo|image|picture|photograph|graphic|illustration|video)s?(?: (?:by|credit|caption))?\s?[:–—]|caption:|pictured:|file\s?[-–—:]|photo(?:graph)?s? by \p{Lu})/iu;
export const CREDIT =
  /(?:\((?:[^()]{0,60}\/)?(?:AP|AFP|Reuters|Getty Images|Getty|EPA|PA|Handout|Supplied|File)(?: Photo)?(?:\/[^()]{0,60})?\)|\((?:[^()/]{0,40}\/)[^()]{0,30}Photo\)|\b(?:Image|Video|Photo): [^.:]{2,60}\.?)$/;

export const AGENCIES: ReadonlySet<string> = new Set(
  "reuters|ap|afp|associated press|the associated press|bloomberg|bloomberg news|xinhua|upi|pa media|press association|staff|dpa|efe|tass|interfax|yonhap|kyodo|pti|ians|ani|the canadian press|newswire".split(
    "|",
  ),
);
