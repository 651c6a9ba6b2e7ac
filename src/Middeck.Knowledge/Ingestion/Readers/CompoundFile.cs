using System.Buffers.Binary;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>
/// A file of streams in folders, as [MS-CFB] has them: the container of Outlook's mails. Stands in for OpenMcdf. Whatever the file says of
/// itself, no chain is followed further than the file is long.
/// </summary>
internal sealed class CompoundFile
{
    private const uint LastUsed = 0xFFFFFFFA;
    private const int EntrySize = 128;
    private const int Header = 512;

    private readonly byte[] _file;
    private readonly int _sectorSize;
    private readonly int _miniSize;
    private readonly uint _miniCutoff;
    private readonly uint[] _next;
    private readonly uint[] _miniNext;
    private readonly byte[] _mini;

    /// <summary>Reads the tables of a file.</summary>
    /// <exception cref="InvalidDataException">It is none, or damaged.</exception>
    public CompoundFile(byte[] file)
    {
        _file = file;
        if (file.Length < Header || !file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            throw new InvalidDataException("The file does not begin as a compound file does.");
        }

        var (shift, miniShift) = (U16(30), U16(32));
        if (shift is not (9 or 12) || miniShift != 6)
        {
            throw new InvalidDataException("The file's sectors have a size that there is not.");
        }

        (_sectorSize, _miniSize, _miniCutoff) = (1 << shift, 1 << miniShift, U32(56));
        _next = Numbers(TableSectors().SelectMany(Sector));
        var directory = Chain(U32(48), _next).SelectMany(Sector).ToArray();
        _miniNext = Numbers(Chain(U32(60), _next).SelectMany(Sector));
        var entries = Enumerable.Range(0, directory.Length / EntrySize)
            .Select(index => CompoundEntry.Read(directory.AsSpan(index * EntrySize, EntrySize))).ToList();
        if (entries is not [{ IsRoot: true } root, ..])
        {
            throw new InvalidDataException("The file has no root folder.");
        }

        _mini = Content(Chain(root.Start, _next), Sector, root.Size);
        Streams = [.. Walk(entries, root.Child, "", 0)];
    }

    /// <summary>All streams by their path, such as <c>__attach_version1.0_#00000000/__substg1.0_3707001F</c>.</summary>
    public IReadOnlyList<(string Path, CompoundEntry Entry)> Streams { get; }

    /// <summary>The content of a stream; null when there is none of that path.</summary>
    public byte[]? Find(string path)
        => Streams.FirstOrDefault(stream => stream.Path.Equals(path, StringComparison.OrdinalIgnoreCase)).Entry is not { } entry ? null
            : entry.Size < _miniCutoff
                ? Content(Chain(entry.Start, _miniNext), MiniSector, entry.Size)
                : Content(Chain(entry.Start, _next), Sector, entry.Size);

    // The first 109 sectors of the table of sectors stand in the header, the others in sectors of their own.
    private IEnumerable<uint> TableSectors()
    {
        for (var offset = 76; offset < Header; offset += 4)
        {
            if (U32(offset) <= LastUsed)
            {
                yield return U32(offset);
            }
        }

        var next = U32(68);
        for (var steps = 0; next <= LastUsed && steps <= _file.Length / _sectorSize; steps++)
        {
            var numbers = Numbers(Sector(next));
            foreach (var number in numbers[..^1].Where(static number => number <= LastUsed))
            {
                yield return number;
            }

            next = numbers[^1];
        }
    }

    private static IEnumerable<uint> Chain(uint start, uint[] next)
    {
        var steps = 0;
        for (var sector = start; sector <= LastUsed; sector = next[sector])
        {
            if (sector >= next.Length || steps++ > next.Length)
            {
                throw new InvalidDataException("A stream of the file has no end.");
            }

            yield return sector;
        }
    }

    private static byte[] Content(IEnumerable<uint> chain, Func<uint, IEnumerable<byte>> read, long size)
    {
        var content = chain.SelectMany(read).ToArray();
        return size <= content.Length ? content[..(int)size] : throw new InvalidDataException("A stream of the file is cut off.");
    }

    private static IEnumerable<(string Path, CompoundEntry Entry)> Walk(List<CompoundEntry> entries, uint index, string folder, int depth)
    {
        // Siblings are a tree too: each entry has one on its left and one on its right.
        var waiting = new Stack<uint>([index]);
        var seen = new HashSet<uint>();
        while (waiting.TryPop(out var next))
        {
            if (next >= entries.Count || !seen.Add(next))
            {
                continue;
            }

            var entry = entries[(int)next];
            waiting.Push(entry.Left);
            waiting.Push(entry.Right);
            if (entry.IsStream)
            {
                yield return (folder + entry.Name, entry);
            }
            else if (entry.IsStorage && depth == 0)
            {
                // Deeper lie mails within mails, which are attachments.
                foreach (var within in Walk(entries, entry.Child, $"{entry.Name}/", depth + 1))
                {
                    yield return within;
                }
            }
        }
    }

    private IEnumerable<byte> Sector(uint number)
    {
        var offset = (number + 1L) * _sectorSize;
        return offset + _sectorSize <= _file.Length
            ? new ArraySegment<byte>(_file, (int)offset, _sectorSize)
            // The last sector of some files is cut.
            : offset < _file.Length ? _file[(int)offset..].Concat(new byte[_sectorSize - (_file.Length - (int)offset)])
            : throw new InvalidDataException("The file is cut off.");
    }

    private IEnumerable<byte> MiniSector(uint number)
    {
        var offset = (long)number * _miniSize;
        return offset + _miniSize <= _mini.Length
            ? new ArraySegment<byte>(_mini, (int)offset, _miniSize)
            : throw new InvalidDataException("The file is cut off.");
    }

    private static uint[] Numbers(IEnumerable<byte> bytes)
    {
        var all = bytes.ToArray();
        var numbers = new uint[all.Length / 4];
        for (var index = 0; index < numbers.Length; index++)
        {
            numbers[index] = BinaryPrimitives.ReadUInt32LittleEndian(all.AsSpan(index * 4));
        }

        return numbers;
    }

    private ushort U16(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(offset));

    private uint U32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(offset));
}
