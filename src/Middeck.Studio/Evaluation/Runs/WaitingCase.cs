using System.Text.Json;
using Middeck.Studio.Evaluation.Judges;

namespace Middeck.Studio.Evaluation.Runs;

/// <summary>A case that is still to be asked.</summary>
internal sealed record WaitingCase(
    Guid CaseId, string Question, JsonElement Inputs, string? Expected, IReadOnlyList<TestRule> Rules);
