using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Models;

/// <summary>Keeps the secrets of an app's environment out of what people see of its runs.</summary>
internal sealed class HiddenSecrets(VariablePool variables)
{
    private const string Mask = "******";

    private readonly string[] _secrets =
    [
        .. variables.All("env").Values.Where(value => value.Type == SegmentType.Secret).Select(value => value.Text!)
            .Where(text => text.Length > 0).OrderByDescending(text => text.Length),
    ];

    public string Hide(string text)
        => _secrets.Aggregate(text, (rest, secret) => rest.Replace(secret, Mask, StringComparison.Ordinal));

    /// <summary>The value, or stars where it is a secret or a text that holds one.</summary>
    public Segment Hide(Segment value) => value.Text is { } text && _secrets.Length > 0 ? Segment.Of(Hide(text)) : value;
}
