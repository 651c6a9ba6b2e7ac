using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Bases;

/// <summary>How files are read into text.</summary>
public sealed record ReadingSettings
{
    /// <summary>When text is recognised in pictures and scanned pages.</summary>
    public OcrMode Ocr { get; init; } = OcrMode.Auto;

    /// <summary>The languages of the pictures, as Tesseract names them, joined by a plus; null for <c>chi_sim+eng</c>.</summary>
    [StringLength(100)]
    [RegularExpression("[A-Za-z_]{3,20}([+][A-Za-z_]{3,20})*")]
    public string? OcrLanguages { get; init; }
}
