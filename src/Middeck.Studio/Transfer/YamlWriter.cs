using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Middeck.Studio.Transfer;

/// <summary>
/// Writes JSON as YAML that every reader understands alike, those of YAML 1.1 too: text that anybody could take for something
/// else, such as <c>no</c> or <c>12:30</c>, is quoted, and longer text stands line by line as it is read.
/// </summary>
internal static partial class YamlWriter
{
    private static readonly EmitterSettings Settings = new(
        bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024);

    public static string Write(JsonElement root)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(writer, Settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Write(emitter, root);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return writer.ToString();
    }

    private static void Write(Emitter emitter, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var style = value.EnumerateObject().Any() ? MappingStyle.Block : MappingStyle.Flow;
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, style));
                // In a fixed order, so that two exports of the same app are the same text.
                foreach (var member in value.EnumerateObject().OrderBy(static member => member.Name, StringComparer.Ordinal))
                {
                    Emit(emitter, member.Name, IsPlain(member.Name) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted);
                    Write(emitter, member.Value);
                }

                emitter.Emit(new MappingEnd());
                break;

            case JsonValueKind.Array:
                var layout = value.GetArrayLength() > 0 ? SequenceStyle.Block : SequenceStyle.Flow;
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, layout));
                foreach (var item in value.EnumerateArray())
                {
                    Write(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;

            case JsonValueKind.String:
                var text = value.GetString()!;
                Emit(emitter, text, StyleOf(text));
                break;

            default:
                Emit(emitter, value.GetRawText(), ScalarStyle.Plain);
                break;
        }
    }

    private static void Emit(Emitter emitter, string text, ScalarStyle style) => emitter.Emit(new Scalar(
        AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true));

    private static ScalarStyle StyleOf(string text)
        => IsPlain(text) ? ScalarStyle.Plain
            : Lines().IsMatch(text) ? ScalarStyle.Literal
            : Quotable().IsMatch(text) ? ScalarStyle.SingleQuoted
            : ScalarStyle.DoubleQuoted;

    private static bool IsPlain(string text) => Word().IsMatch(text) && !Reserved().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z_\u4e00-\u9fa5][A-Za-z0-9_./\u4e00-\u9fa5-]*( [A-Za-z0-9_./\u4e00-\u9fa5][A-Za-z0-9_./\u4e00-\u9fa5-]*)*\z")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(y|n|yes|no|on|off|true|false|null)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();

    // Several lines, none of which begins or ends with a blank: where blanks stand at the edges readers differ.
    [GeneratedRegex(@"^([!-~\u00a1-\u1fff\u3001-\ud7ff\uff01-\uffee]([ -~\u00a1-\u1fff\u3000-\ud7ff\uff01-\uffee]*[!-~\u00a1-\u1fff\u3001-\ud7ff\uff01-\uffee])?\n)+([!-~\u00a1-\u1fff\u3001-\ud7ff\uff01-\uffee]([ -~\u00a1-\u1fff\u3000-\ud7ff\uff01-\uffee]*[!-~\u00a1-\u1fff\u3001-\ud7ff\uff01-\uffee])?)?\z")]
    private static partial Regex Lines();

    [GeneratedRegex(@"^[ -~\u00a1-\u1fff\u3000-\ud7ff\uff01-\uffee]*\z")]
    private static partial Regex Quotable();
}
