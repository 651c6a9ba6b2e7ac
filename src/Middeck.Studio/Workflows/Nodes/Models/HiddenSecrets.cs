using System.Text;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Models;

/// <summary>Keeps the secrets of an app's environment out of what people see of its runs, also as addresses and headers write them.</summary>
internal sealed class HiddenSecrets(VariablePool variables)
{
    public const string Mask = "******";

    private readonly string[] _secrets =
    [
        .. variables.All("env").Values.Where(value => value.Type == SegmentType.Secret).Select(value => value.Text!)
            .Where(text => text.Length > 0)
            .SelectMany(text => new[] { text, Uri.EscapeDataString(text), Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) })
            .Distinct().OrderByDescending(text => text.Length),
    ];

    public string Hide(string text)
        => _secrets.Aggregate(text, (rest, secret) => rest.Replace(secret, Mask, StringComparison.Ordinal));

    /// <summary>The value, with stars in every text in it that holds a secret.</summary>
    public Segment Hide(Segment value)
        => _secrets.Length == 0 ? value
            : value.Text is { } text ? Segment.Of(Hide(text))
            : value.IsArray ? Segment.Of([.. value.Items.Select(Hide)], value.Type)
            : value.Type == SegmentType.Object ? Segment.Of(new OrderedDictionary<string, Segment>(
                value.Fields.Select(field => KeyValuePair.Create(field.Key, Hide(field.Value)))))
            : value;
}
