using System.ComponentModel.DataAnnotations;

namespace Middeck.Http.Tests.Configuration;

/// <summary>The options of a room that there is not.</summary>
internal sealed class KettleOptions
{
    public const string Section = "kettle";

    [Range(1, 100)]
    public int Degrees { get; set; } = 80;
}
