/**
 * The commands of Plugins &gt; Reward Analysis: fields → core → output. A field's
 * name is its key in macros; {@code docs/macros.md} lists them.
 */
package sc.fiji.rewardanalysis.command;
