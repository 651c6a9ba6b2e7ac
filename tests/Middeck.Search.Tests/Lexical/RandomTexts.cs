namespace Middeck.Search.Tests.Lexical;

/// <summary>Texts over a small vocabulary with a few common and many rare words, so that words really repeat.</summary>
internal sealed class RandomTexts(int seed)
{
    private static readonly string[] Words =
    [
        "pump", "valve", "filter", "sensor", "boiler", "gas", "water", "seal", "shaft", "motor", "alarm", "smoke",
        "heat", "door", "cable", "panel", "fuse", "relay", "pipe", "tank", "火灾探测器", "感烟", "消防水带", "值班", "门",
    ];

    private readonly Random _random = new(seed);

    public int Next(int below) => _random.Next(below);

    public string Next() => string.Join(' ', Enumerable.Range(0, _random.Next(0, 40)).Select(_ => Word()));

    public string Query() => string.Join(' ', Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Word()));

    // The product of two draws favours the front of the list, as real words favour a few.
    private string Word() => Words[_random.Next(Words.Length) * _random.Next(Words.Length) / Words.Length];
}
