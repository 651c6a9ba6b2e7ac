using Middeck.Knowledge.Ingestion.Programs;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

/// <summary>A test that converts for real: skipped where LibreOffice, which is optional, is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute()
        => Skip = new ReadingPrograms(TimeProvider.System).Find("soffice") is null ? "LibreOffice is not installed." : null;
}
