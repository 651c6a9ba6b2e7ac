namespace Middeck.Studio.Dify;

/// <summary>A page of feedback, newest first.</summary>
internal sealed record DifyFeedbackList(IReadOnlyList<DifyFeedback> Data);
