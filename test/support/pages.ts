/** Paragraphs of an invented story, long enough for an article. */
export const STORY = [
  "The harbor board of Eastmere voted on Monday to rebuild the north pier, which a storm had torn apart in January, and to pay for it with a loan of $4.2 million.",
  "“We could not wait another winter,” said Lena Ortved, who chairs the board, adding that the fishing boats had nowhere to land their catch.",
  "Work is to begin in May, the board said, and the pier should be open again by the end of October, in time for the herring season.",
  "Two members voted against the plan, arguing that the interest, at 6 percent, was more than the town could carry, and that a smaller pier would do.",
];

export const paragraphs = (texts: readonly string[] = STORY): string =>
  texts.map((text) => `<p>${text}</p>`).join("\n");

/** A page as news sites make them: the article, and everything around it. */
export const newsPage = (head = "", body: string = paragraphs()): string => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Pier to be rebuilt | The Eastmere Post</title>${head}
<script>var tracking = "<p>not text</p>";</script><style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>Pier to be rebuilt</h1><div class="byline">By Ida Holm</div>
<div class="share-tools"><a href="#">Share on Facebook</a></div>
${body}
<div class="newsletter-signup"><p>Get the best of the Post in your inbox every morning.</p></div>
</article><aside class="related"><h3>Related stories</h3><ul><li><a href="/a">Ferry is late again</a></li></ul></aside></main>
<footer><p>© 2026 The Eastmere Post. All rights reserved.</p></footer></body></html>`;
