namespace Middeck.Knowledge.Ingestion.Programs;

/// <summary>What was recognised on one page.</summary>
/// <param name="Text">Empty when nothing was.</param>
/// <param name="Confidence">0 to 100, the mean of its words.</param>
internal sealed record RecognizedPage(string Text, double Confidence)
{
    /// <summary>Below this there is more noise than text.</summary>
    public const double Doubtful = 50;
}
