/** Top-level domains that news texts name, lower case: the common generic ones, and of countries those that no English word equals. */
export const WEB_DOMAINS: ReadonlySet<string> = new Set(
  `com org net edu gov mil int info biz io ai tv ca uk eu de fr es nl ch se dk fi cz pl ru ua il tr ae qa sa cn jp kr hk tw sg
  ph vn th pk lk nz au za ng ke gh eg mx br ar cl co pe ie gr pt hu ro bg rs hr si sk lt lv ee app dev`.split(/\s+/),
);
