using Microsoft.Extensions.AI;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Workflows.Nodes.Models;

/// <summary>What a model answered.</summary>
/// <param name="Text">Its text, with thoughts that it wrote between tags.</param>
/// <param name="Calls">The functions that it called.</param>
/// <param name="FinishReason">Such as <c>stop</c> or <c>length</c>; null when it said none.</param>
/// <param name="Usage">What it took.</param>
internal sealed record ModelAnswer(
    string Text, IReadOnlyList<FunctionCallContent> Calls, string? FinishReason, RunUsage Usage);
