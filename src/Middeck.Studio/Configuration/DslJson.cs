using System.Text.Encodings.Web;
using System.Text.Json;

namespace Middeck.Studio.Configuration;

/// <summary>How parts of the DSL are written that we make ourselves: it spells some names as JavaScript does.</summary>
internal static class DslJson
{
    public static JsonSerializerOptions Verbatim { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
