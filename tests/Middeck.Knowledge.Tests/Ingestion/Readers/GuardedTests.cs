using Middeck.Core.Errors;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Ingestion.Readers;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class GuardedTests
{
    private static FaultException Refusal(Exception ex) => OfficeContainer.Damaged("docx", "it is torn", ex);

    [Fact]
    public void Damage_in_the_middle_of_reading_is_a_refusal_behind_the_pages_before_it()
    {
        var read = new List<string>();

        var refusal = Assert.Throws<FaultException>(() =>
        {
            foreach (var page in Guarded.Pages(PagesThen(new InvalidDataException("torn")), Refusal))
            {
                read.Add(page.Text);
            }
        });

        Assert.Equal("knowledge.docx_damaged", refusal.Fault.Code);
        Assert.Equal(["first"], read);
    }

    [Theory]
    [InlineData(typeof(NullReferenceException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(IndexOutOfRangeException))]
    [InlineData(typeof(ArgumentException))]
    public void A_mistake_of_a_reader_is_no_damage_of_the_file(Type mistake)
        => Assert.Throws(mistake, () => Guarded.Pages(PagesThen((Exception)Activator.CreateInstance(mistake)!), Refusal).ToList());

    [Fact]
    public void What_a_library_stumbles_over_is_damage()
    {
        static IEnumerable<ExtractedPage> Read()
        {
            yield return new ExtractedPage(1, Guarded.Library<string>(static () => new[] { "only" }[1..][0]));
        }

        Assert.Throws<FaultException>(() => Guarded.Pages(Read(), Refusal).ToList());
    }

    private static IEnumerable<ExtractedPage> PagesThen(Exception failure)
    {
        yield return new ExtractedPage(1, "first");
        throw failure;
    }
}
