using Middeck.Workflows.Jinja.Expressions;

namespace Middeck.Workflows.Jinja.Statements;

/// <summary>An <c>if</c> or <c>elif</c>.</summary>
internal sealed record IfBranch(Expression Test, Statement[] Body, int Line);
