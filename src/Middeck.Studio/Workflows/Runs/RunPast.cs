using System.Text;
using System.Text.Json;
using Middeck.Workflows.Engine;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>What a run has done, read from its journal.</summary>
internal sealed class RunPast
{
    /// <summary>The events that add text, or put another in the place of all before.</summary>
    public static readonly string[] Texts = ["message", "message_replace", "text_chunk", "text_replace"];

    private readonly StringBuilder _text = new();
    private readonly List<NodeRecord> _records = [];

    /// <summary>The number of the last event.</summary>
    public int Sequence { get; private set; }

    /// <summary>The nodes that ended, in that order.</summary>
    public IReadOnlyList<NodeRecord> Records => _records;

    /// <summary>The text that was written.</summary>
    public string Text => _text.ToString();

    /// <summary>Takes in the next event.</summary>
    public void Take(JournalRow row)
    {
        Sequence = row.Sequence;
        if (row.Record is { } record)
        {
            using var document = JsonDocument.Parse(record);
            _records.Add(NodeRecordJson.Read(document.RootElement));
        }

        if (TextOf(row) is { } text)
        {
            if (row.Name.EndsWith("_replace", StringComparison.Ordinal))
            {
                _text.Clear();
            }

            _text.Append(text);
        }
    }

    /// <summary>The text that an event adds, or puts in the place of all before; null for others.</summary>
    public static string? TextOf(JournalRow row)
    {
        if (!Texts.Contains(row.Name))
        {
            return null;
        }

        using var document = JsonDocument.Parse(row.Body);
        var body = document.RootElement;
        return row.Name.StartsWith("message", StringComparison.Ordinal)
            ? body.GetProperty("answer").GetString()
            : body.GetProperty("data").GetProperty("text").GetString();
    }
}
