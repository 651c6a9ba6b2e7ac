using Middeck.Studio.Apps;
using Middeck.Studio.Evaluation.Judges;

namespace Middeck.Studio.Evaluation.Runs;

/// <summary>A run as its job works on it.</summary>
/// <param name="Id">The run.</param>
/// <param name="App">The app in the form in which it was when the run began.</param>
/// <param name="Judges">How answers are judged besides by rules.</param>
/// <param name="CaseCount">How many questions.</param>
/// <param name="AppIsDeleted">Whether the app lies in the trash by now.</param>
internal sealed record EvaluationTask(Guid Id, AppSnapshot App, JudgeSettings Judges, int CaseCount, bool AppIsDeleted);
