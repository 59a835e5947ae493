/** What a spec does not say: how each built-in node behaves. One entry a type, as Markdown. */
export const nodeNotes: Record<string, string> = {
  generate_copy: `Each copy is an agent job of its own: ten copies run side by side, and a retry repeats only those that failed.
Each copy becomes one document of the target collection. A rich text body is real Lexical, made from the model's Markdown.
With a quantity above 1, a copy that is nearly the same as a sibling is written again, at most \`limits.duplicateRewrites\`
times. A test run saves drafts only, with \`[Test]\` before the title.`,
  generate_image: `Each image is an agent job of its own and becomes one document of the media collection, through the site's own upload
(sizes, storage adapter and hooks apply). With \`copySourceNode\` image 1 is for copy 1, image 2 for copy 2; when there
are more images than copies it starts again with the first. The file comes out in exactly the chosen dimensions.`,
  attach_to_document: `Makes one attachment for each pair. Images go behind those a document has already; a pair that exists is left as it is.
The usual limits apply: 20 images a document, 10 MB an image (options \`limits.attachmentsPerDocument\` and
\`limits.attachmentBytes\`).`,
  review: `Holds no worker while it waits, and no branch but its own. When only reviews are left to wait for, the execution is
\`paused\` with \`pauseReason: "review"\`. The first answer counts; a second one gets 409.

A rejection fails the review with the code \`review_rejected\`, and what follows does not run; retry-node opens it
again. If a condition further down reads \`nodes.<review>.output.decision\`, the review completes with nothing let through
and the condition decides.`,
  conditional: `The branch that is not taken is skipped, and so is everything that only it leads to. A condition has no items of its own:
nodes behind it read the items of the nodes before it. A rule that cannot be evaluated fails the node; it never counts
as false.`,
  parallel: `Branches run side by side without this node too. It is there to limit how many jobs of all its branches run at once, and
to say what happens when one fails. The limit of the whole execution is \`limits.parallelJobsPerExecution\`.`,
  merge: `Waits until every incoming edge is decided. Branches that were skipped add nothing. Behind a parallel node with
\`waitForAll: false\` it goes on with the first branch that arrives; later ones are ignored.`,
}
